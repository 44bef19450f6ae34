import {
  clusterFolder,
  clusterNames,
  launchPools,
  nodeClassNameOf,
  overlayFolder,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { readAssets } from '../assets/readAssets';
import { summarize } from '../summarize';
import { accountSteps, backendFile, chinaGuide } from './accountGuide';
import { addonsGuide } from './addonsGuide';
import { configurationGuide } from './configurationGuide';
import { costGuide } from './costGuide';
import { efaGuide } from './efaGuide';
import { fillTemplate } from './fillTemplate';
import { nextSteps } from './nextSteps';
import { gitopsGuide, letGoOfArgocd, meshGuide } from './optionalGuides';

function code(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ');
}

/** How to reach the API server, which decides how a first apply works. */
function reach({ metadata, spec }: ResolvedClusterSpec): string {
  const { endpoint, vpcCidr } = spec.network;
  const inside = code(endpoint.privateCidrs);
  return endpoint.public
    ? `The endpoint answers ${code(endpoint.allowedCidrs)} from the internet${
        inside ? ` and ${inside} from within` : ''
      }: run these commands from there.`
    : `The endpoint of ${
        metadata.name
      } is private. Besides its nodes it answers ${
        inside || 'nobody'
      } (\`network.endpoint.privateCidrs\`): kubectl, Terraform and the portal need an address in these ranges and a route into ${vpcCidr} (VPN, transit gateway, peering, or a runner in the VPC). A first apply from outside works with \`-var 'bootstrap_cidrs=["<your address>/32"]'\`, which opens the endpoint to that address until the next apply without it.`;
}

/** Text of the steps that apply NodeClasses and NodePools. */
function nodesSteps({ metadata, spec }: ResolvedClusterSpec) {
  const command = `scripts/apply-karpenter-nodes.sh --context ${metadata.name} --cluster ${metadata.name} --environment ${spec.environment}`;
  const byHand = `kubectl --context ${
    metadata.name
  } apply --server-side --field-manager=clusterworks -k ${overlayFolder({
    environment: spec.environment,
    name: metadata.name,
  })}`;
  return {
    nodesStep: `# 3. NodeClasses, NodePools, the portal's read-only access${
      spec.gitops.argocd ? ' (Argo CD does it after the hand-over)' : ''
    }\n${command}`,
    nodesPhase: `With the script, which checks Karpenter and Cilium first (\`--dry-run\` only asks the API server):

\`\`\`bash
${command}
\`\`\`

or by hand:

\`\`\`bash
${byHand}
\`\`\``,
  };
}

/** What the account must allow before nodes of these pools can be launched. */
function capacity({ spec }: ResolvedClusterSpec): string {
  const pools = spec.karpenter.nodePools;
  const spot = pools.some(pool => pool.capacityTypes.includes('spot'));
  const gpu = pools.some(pool => pool.preset === 'gpu');
  return [
    ...(spot
      ? [
          '- Spot needs its service-linked role, once per account; the quickstart makes it where it is missing.',
        ]
      : []),
    ...(gpu
      ? [
          `- New accounts have a quota of 0 for GPU types: look at \`aws service-quotas list-service-quotas --region ${
            spec.region
          } --service-code ec2\` ("Running On-Demand G and VT", "P"${
            spot ? ', and their Spot counterparts' : ''
          }).`,
        ]
      : []),
  ]
    .map(line => `${line}\n`)
    .join('');
}

/**
 * Commands that run a test pod on a node of the first GPU pool.
 */
function gpuTest({ metadata, spec }: ResolvedClusterSpec): string {
  const pool = spec.karpenter.nodePools.find(each => each.preset === 'gpu');
  if (!pool) {
    return '';
  }
  const image = 'public.ecr.aws/amazonlinux/amazonlinux:2023';
  const keys = new Set([
    'nvidia.com/gpu',
    'workload-type',
    ...pool.taints.map(({ key }) => key),
  ]);
  const overrides = JSON.stringify({
    spec: {
      tolerations: [...keys].map(key => ({ key, operator: 'Exists' })),
      containers: [
        {
          name: 'gpu-test',
          image,
          command: ['nvidia-smi'],
          resources: { limits: { 'nvidia.com/gpu': '1' } },
        },
      ],
    },
  });
  const more =
    pool.taints.length > 0 ? `, those of \`${pool.name}\` also its own` : '';
  return `
GPU nodes carry the taints \`nvidia.com/gpu=true:NoSchedule\` and \`workload-type=gpu:NoSchedule\`${more}. A pod for them tolerates them and asks for a GPU:

\`\`\`bash
kubectl --context ${metadata.name} run gpu-test --restart=Never --image=${image} --overrides='${overrides}'
kubectl --context ${metadata.name} wait pod gpu-test --for=jsonpath='{.status.phase}'=Succeeded --timeout=15m
kubectl --context ${metadata.name} logs gpu-test
kubectl --context ${metadata.name} delete pod gpu-test
\`\`\`
`;
}

function values(resolved: ResolvedClusterSpec): Record<string, string> {
  const { metadata, spec } = resolved;
  const names = clusterNames(metadata.name, spec.iam.roleNamePrefix);
  const pools = launchPools(spec);
  const isPrivate = !spec.network.endpoint.public;
  return {
    name: metadata.name,
    environment: spec.environment,
    region: spec.region,
    account: spec.accountId
      ? `account \`${spec.accountId}\``
      : "the cluster's account",
    kubernetes: spec.versions.kubernetes,
    karpenter: spec.versions.karpenter,
    cilium: spec.versions.cilium,
    amiRelease: spec.karpenter.amiRelease,
    amiArchitecture: pools.some(pool => pool.architectures.includes('amd64'))
      ? 'x86_64'
      : 'arm64',
    // Two replicas never share a node.
    karpenterReplicas:
      spec.systemNodes.min < 2 ? 'its one replica' : 'two replicas',
    karpenterNamespace: spec.karpenter.namespace,
    queue: names.interruptionQueue,
    nodeRole: names.karpenterNodeRole,
    nodePools: code(pools.map(pool => pool.name)),
    nodeClasses: code([...new Set(pools.map(nodeClassNameOf))]),
    taggedSubnets: spec.network.nodesInPublicSubnets
      ? 'the public subnets'
      : 'the private subnets',
    summary: summarize(resolved),
    reach: reach(resolved),
    bootstrapFlag: isPrivate
      ? ` # from outside: -var 'bootstrap_cidrs=["<your address>/32"]'`
      : '',
    bootstrapAfter: isPrivate
      ? `
A first apply from outside used \`bootstrap_cidrs\`. Once there is a route, run \`terraform apply\` without it: that closes the endpoint again.

`
      : '\n',
    destroyFlags: isPrivate
      ? ` # from outside: -var 'bootstrap_cidrs=["<your address>/32"]', applied first`
      : '',
    portalRole: spec.access.portalRoleArn
      ? `, as \`${spec.access.portalRoleArn}\``
      : ', once `access.portalRoleArn` in `cluster.yaml` names its role',
    capacity: capacity(resolved),
    gpuTest: gpuTest(resolved),
    accountSteps: accountSteps(resolved),
    backendFile: backendFile(resolved),
    china: chinaGuide(resolved),
    addonsGuide: addonsGuide(resolved),
    configurationGuide: configurationGuide(resolved),
    costGuide: costGuide(resolved),
    nextSteps: nextSteps(resolved),
    efaGuide: efaGuide(resolved),
    meshGuide: meshGuide(resolved),
    gitopsGuide: gitopsGuide(resolved),
    letGo: letGoOfArgocd(resolved),
    ...nodesSteps(resolved),
  };
}

/** The two guides, with this cluster's names in their commands. */
export function clusterDocs(
  resolved: ResolvedClusterSpec,
): Record<string, string> {
  const folder = clusterFolder({
    environment: resolved.spec.environment,
    name: resolved.metadata.name,
  });
  const filled = values(resolved);
  return Object.fromEntries(
    Object.entries(readAssets('docs/cluster')).map(([path, text]) => [
      `${folder}/${path.replace('docs/cluster/', 'docs/')}`,
      fillTemplate(text, filled),
    ]),
  );
}
