import {
  joinMarkdown,
  Markdown,
  markdown,
  markdownCode,
} from '@clusterworks/plugin-clusters-common';
import {
  type ClusterFolderName,
  handoverStep,
  overlayFolder,
  terraformFolder,
} from '@clusterworks/plugin-clusters-spec';
import { listOf } from './measureText';
import type { ClusterChange } from './planClusterChange';

/**
 * What a step of the hand-over to Argo CD does, and what has to be done around
 * it, for the people who review it.
 */
export function handoverText({ before, rendered }: ClusterChange): Markdown[] {
  const { spec } = rendered;
  const { name } = spec.metadata;
  const cluster = { environment: spec.spec.environment, name };
  switch (before && handoverStep(before, spec)) {
    case 'register':
      return registerText(cluster);
    case 'handOver':
      return handOverText(cluster);
    case 'takeBack':
      return takeBackText(name);
    default:
      return [];
  }
}

function checklist(lines: readonly Markdown[]): Markdown {
  return listOf(lines, '- [ ] ');
}

function happens(lines: readonly Markdown[]): Markdown[] {
  return [markdown`### ${'What happens'}`, listOf(lines)];
}

function registerText(cluster: ClusterFolderName): Markdown[] {
  const { name } = cluster;
  const root = terraformFolder(cluster);
  return [
    ...happens([
      markdown`Terraform makes the Secret ${markdownCode(
        `cluster-${name}`,
      )} on the hub, and a role in this cluster for Argo CD. The Secret says ${markdownCode(
        'clusterworks.dev/gitops: "false"',
      )}, so Argo CD applies nothing yet.`,
      Markdown.trusted(
        'Cilium, Karpenter and NodePools stay with Terraform and the script.',
      ),
    ]),
    markdown`### ${'Before the merge'}`,
    checklist([
      markdown`${markdownCode('argocd_hub')} and ${markdownCode(
        'platform_repository',
      )} are set for ${markdownCode(root)}, for example in its ${markdownCode(
        'terraform.tfvars',
      )}: the plan fails without them.`,
      markdown`The role of Argo CD may assume the role ${markdownCode(
        `${name}-argocd`,
      )}.`,
      markdown`The hub reaches the API server of this cluster (${markdownCode(
        'network.endpoint.privateCidrs',
      )} and a route), unless it is the Argo CD capability of EKS.`,
    ]),
    Markdown.trusted(
      'The hand-over itself is a second pull request, once this one is applied.',
    ),
  ];
}

function handOverText(cluster: ClusterFolderName): Markdown[] {
  const { name, environment } = cluster;
  const apps = ['cilium', 'karpenter-crd', 'karpenter'].map(app =>
    markdownCode(`${app}-${name}`),
  );
  return [
    ...happens([
      Markdown.trusted(
        'Terraform forgets the Helm releases of Cilium and Karpenter and uninstalls nothing: its plan says _will no longer be managed by Terraform, but will not be destroyed_. Any other removal in that plan is a reason to stop.',
      ),
      markdown`The label of the Secret becomes ${markdownCode(
        '"true"',
      )}, and the ApplicationSets make ${joinMarkdown(apps, ', ')}.`,
      Markdown.trusted(
        'They adopt what runs, by the same names in the same namespaces, with server-side apply: nothing is created anew, no pod restarts and no node is replaced, as long as git is what runs.',
      ),
      markdown`Nothing is pruned at the adoption: Argo CD prunes only what it applied before. ${markdownCode(
        'cilium',
      )} and ${markdownCode(
        'karpenter-crd',
      )} never prune, and NodePools and NodeClasses are annotated ${markdownCode(
        'Prune=false',
      )}.`,
    ]),
    markdown`### ${'Before the merge'}`,
    checklist([
      Markdown.trusted(
        'No other change of this cluster is merged and not applied: the last plan of its root has nothing to do.',
      ),
      markdown`The Secret ${markdownCode(
        `cluster-${name}`,
      )} is on the hub, and ${markdownCode(
        'argocd cluster get',
      )} says that it is reachable.`,
      markdown`The ApplicationSets of ${markdownCode(
        'gitops/argocd',
      )} are applied on the hub.`,
      markdown`${markdownCode(
        `kubectl --context ${name} diff --server-side --force-conflicts --field-manager=argocd-controller -k ${overlayFolder(
          cluster,
        )}`,
      )} shows no difference.`,
    ]),
    markdown`### ${'After it is applied'}`,
    checklist([
      markdown`The three Applications are Synced and Healthy, in this order: ${joinMarkdown(
        apps,
        ', ',
      )}.`,
      markdown`Then, and not before, the script gives up its fields: ${markdownCode(
        `scripts/apply-karpenter-nodes.sh --context ${name} --cluster ${name} --environment ${environment} --release`,
      )}. Fields that it still owned would stay in the cluster after they leave git.`,
      markdown`Nobody runs ${markdownCode(
        'helm uninstall',
      )}: Helm still has its records of both releases.`,
    ]),
  ];
}

function takeBackText(name: string): Markdown[] {
  return [
    ...happens([
      Markdown.trusted(
        'Terraform and the script apply Cilium, Karpenter and NodePools again.',
      ),
    ]),
    markdown`### ${'Before the merge'}`,
    checklist([
      markdown`The label of the Secret ${markdownCode(
        `cluster-${name}`,
      )} is set to ${markdownCode(
        '"false"',
      )}, and then the Applications are deleted without cascading. In the other order the ApplicationSets make them again.`,
      Markdown.trusted(
        'The releases are imported into the state before the next apply, as the guide of the cluster says: without that, Terraform would install them a second time and fail.',
      ),
    ]),
  ];
}
