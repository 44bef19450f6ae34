import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { markdownTable } from './markdownTable';
import { onOff } from './optionTable';

type Row = { name: string; field: string; on: boolean; what: string };

/** One row for each add-on, whether it is on or not. */
function rows({ metadata, spec }: ResolvedClusterSpec): Row[] {
  const { addons } = spec;
  const records = addons.externalDns.domains.join(', ') || 'every domain';
  return [
    {
      name: 'EBS CSI driver',
      field: 'ebsCsiDriver',
      on: addons.ebsCsiDriver.enabled,
      what: `PersistentVolumes: claims that name no class get the encrypted class \`gp3\`, role \`${spec.iam.roleNamePrefix}${metadata.name}-ebs-csi\``,
    },
    {
      name: 'snapshot controller',
      field: 'snapshotController',
      on: addons.snapshotController.enabled,
      what: 'VolumeSnapshots: their definitions and controller; a VolumeSnapshotClass is yours to make',
    },
    {
      name: 'metrics-server',
      field: 'metricsServer',
      on: addons.metricsServer.enabled,
      what: 'HorizontalPodAutoscalers and `kubectl top`',
    },
    {
      name: 'AWS Load Balancer Controller',
      field: 'loadBalancerController',
      on: addons.loadBalancerController.enabled,
      what: 'Ingresses with `ingressClassName: alb`, Services with `loadBalancerClass: service.k8s.aws/nlb`; other Services keep the load balancers of EKS',
    },
    {
      name: 'external-dns',
      field: 'externalDns',
      on: addons.externalDns.enabled,
      what: `DNS records of Ingresses and Services for ${records} in the zones that \`hostedZoneIds\` names; deletes none`,
    },
    {
      name: 'cert-manager',
      field: 'certManager',
      on: addons.certManager.enabled,
      what: 'certificates; issuers are yours to make',
    },
  ];
}

/** Chapter on what runs in the cluster besides Cilium and Karpenter. */
export function addonsGuide(resolved: ResolvedClusterSpec): string {
  const { metadata, spec } = resolved;
  const table = markdownTable(
    ['add-on', 'switch', 'here', 'what for'],
    rows(resolved).map(({ name, field, on, what }) => [
      name,
      `\`addons.${field}\``,
      onOff(on),
      what,
    ]),
  );
  const checks = spec.addons.ebsCsiDriver.enabled
    ? `
\`\`\`bash
# add-ons that EKS keeps, and their versions
aws eks list-addons --region ${spec.region} --cluster-name ${metadata.name}
# the default class is gp3, and no other one says that it is the default
kubectl --context ${metadata.name} get storageclasses
\`\`\`
`
    : '';
  return `
## Add-ons

Each has a switch in \`cluster.yaml\`; what is not there is off. They run on the system nodes and get their AWS rights by Pod Identity.

${table}
${checks}
EKS takes its default version of an add-on for Kubernetes ${spec.versions.kubernetes}, and AWS moves that default: two clusters that are made months apart differ, and a plan may show an update that nobody asked for. \`addons.<name>.version\` (also of \`coreDns\` and \`podIdentityAgent\`) pins one; set it in dev first, then in prod. What there is: \`aws eks describe-addon-versions --region ${spec.region} --kubernetes-version ${spec.versions.kubernetes} --addon-name <name> --query 'addons[].addonVersions[].addonVersion'\`.
`;
}
