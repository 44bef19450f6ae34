import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { markdownTable } from './markdownTable';

type Row = { name: string; field: keyof Addons; what: string };

type Addons = ResolvedClusterSpec['spec']['addons'];

/** One row for each add-on, whether it is on or not; the first two always are. */
function rows({ metadata, spec }: ResolvedClusterSpec): Row[] {
  const { addons } = spec;
  const records = addons.externalDns.domains.join(', ') || 'every domain';
  return [
    { name: 'CoreDNS', field: 'coreDns', what: 'names of Services and pods' },
    {
      name: 'Pod Identity agent',
      field: 'podIdentityAgent',
      what: 'AWS rights of pods',
    },
    {
      name: 'EBS CSI driver',
      field: 'ebsCsiDriver',
      what: `PersistentVolumes: claims that name no class get the encrypted class \`gp3\`, role \`${spec.iam.roleNamePrefix}${metadata.name}-ebs-csi\``,
    },
    {
      name: 'snapshot controller',
      field: 'snapshotController',
      what: 'VolumeSnapshots: their definitions and controller; a VolumeSnapshotClass is yours to make',
    },
    {
      name: 'metrics-server',
      field: 'metricsServer',
      what: 'HorizontalPodAutoscalers and `kubectl top`',
    },
    {
      name: 'AWS Load Balancer Controller',
      field: 'loadBalancerController',
      what: 'Ingresses with `ingressClassName: alb`, Services with `loadBalancerClass: service.k8s.aws/nlb`; other Services keep the load balancers of EKS',
    },
    {
      name: 'external-dns',
      field: 'externalDns',
      what: `DNS records of Ingresses and Services for ${records} in the zones that \`hostedZoneIds\` names; deletes none`,
    },
    {
      name: 'cert-manager',
      field: 'certManager',
      what: 'certificates; issuers are yours to make',
    },
  ];
}

/** `off`, or the version that a cluster has. */
function state(addon: { enabled?: boolean; version?: string }): string {
  return addon.enabled === false
    ? 'off'
    : addon.version ?? "on, in EKS's default version";
}

/** How the versions of the add-ons move. */
function versionsText({ spec }: ResolvedClusterSpec): string {
  const { kubernetes } = spec.versions;
  return `EKS never moves a version that \`addons.<name>.version\` names, nor does an upgrade of Kubernetes: move it by a change of its own, in dev first, when the control plane has the new minor. An add-on without a version takes EKS's default for Kubernetes ${kubernetes} with each apply, and AWS moves that default: two clusters that are made months apart differ, and a plan may show an update that nobody asked for. What there is: \`aws eks describe-addon-versions --region ${spec.region} --kubernetes-version ${kubernetes} --addon-name <name> --query 'addons[].addonVersions[].addonVersion'\`.`;
}

/** Chapter on what runs in the cluster besides Cilium and Karpenter. */
export function addonsGuide(resolved: ResolvedClusterSpec): string {
  const { metadata, spec } = resolved;
  const table = markdownTable(
    ['add-on', 'switch', 'here', 'what for'],
    rows(resolved).map(({ name, field, what }) => [
      name,
      `\`addons.${field}\``,
      state(spec.addons[field]),
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

Each but the first two has a switch in \`cluster.yaml\`; what is not there is off. They run on the system nodes, the agent on every node, and get their AWS rights by Pod Identity.

${table}
${checks}
${versionsText(resolved)}
`;
}
