import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { listed, onOff, type OptionRow, optionTable } from './optionTable';

function networkRows({
  network,
  cilium,
}: ResolvedClusterSpec['spec']): OptionRow[] {
  const { existing } = network;
  return [
    existing
      ? ['VPC', 'network.existing', existing.vpcId]
      : ['zones', 'network.zones', network.zones.join(', ')],
    ...(existing
      ? []
      : ([
          ['NAT gateways', 'network.natGateways', network.natGateways],
          [
            'nodes in public subnets',
            'network.nodesInPublicSubnets',
            onOff(network.nodesInPublicSubnets),
          ],
          [
            'interface endpoints',
            'network.interfaceEndpoints',
            listed(network.interfaceEndpoints),
          ],
        ] satisfies OptionRow[])),
    [
      'further ranges for nodes and pods',
      'network.secondaryCidrs',
      listed(network.secondaryCidrs),
    ],
    [
      'who reaches the API from inside',
      'network.endpoint.privateCidrs',
      listed(network.endpoint.privateCidrs),
    ],
    [
      'who reaches it from outside',
      'network.endpoint.public, allowedCidrs',
      network.endpoint.public
        ? listed(network.endpoint.allowedCidrs)
        : 'nobody',
    ],
    [
      'prefix delegation',
      'cilium.prefixDelegation',
      onOff(cilium.prefixDelegation),
    ],
  ];
}

function nodeRows({
  systemNodes,
  karpenter,
}: ResolvedClusterSpec['spec']): OptionRow[] {
  const pools = karpenter.nodePools.map(
    ({ name, consolidation, expireAfter, terminationGracePeriod }) =>
      `${name}: ${consolidation.policy} after ${
        consolidation.after
      }, expires after ${expireAfter}, ${
        terminationGracePeriod
          ? `ends after ${terminationGracePeriod} at most`
          : 'waits for its pods without an end'
      }`,
  );
  return [
    [
      'system nodes',
      'systemNodes',
      `${systemNodes.instanceTypes.join(', ')}, ${systemNodes.min} to ${
        systemNodes.max
      }, ${systemNodes.volume.size}`,
    ],
    ['node images', 'karpenter.amiRelease', karpenter.amiRelease],
    [
      'mirrors of registries',
      'karpenter.registryMirrors',
      listed(karpenter.registryMirrors.map(({ registry }) => registry)),
    ],
    [
      'pools: when nodes go',
      'karpenter.nodePools[].consolidation, expireAfter, terminationGracePeriod',
      pools.join('; '),
    ],
  ];
}

function accountRows({
  iam,
  logging,
}: ResolvedClusterSpec['spec']): OptionRow[] {
  return [
    [
      'control plane logs',
      'logging.controlPlane',
      `${listed(logging.controlPlane)}, ${logging.retentionDays} days`,
    ],
    ['flow logs of the VPC', 'logging.flowLogs', onOff(logging.flowLogs)],
    [
      'IAM roles',
      'iam',
      `named ${iam.roleNamePrefix}…, ${
        iam.permissionsBoundaryArn
          ? 'with a permissions boundary'
          : 'without a permissions boundary'
      }`,
    ],
  ];
}

/** Chapter on all options, their fields, and their values for this cluster. */
export function configurationGuide({ spec }: ResolvedClusterSpec): string {
  const rows = [...networkRows(spec), ...nodeRows(spec), ...accountRows(spec)];
  return `
## Configuration options

Each is a field below \`spec\` in \`cluster.yaml\`. What replaces nodes or cannot change later says so in the schema, and the review of a change shows what follows.

${optionTable(['option', 'field', 'here'], rows)}

Nothing scales the system nodes: between \`min\` and \`max\` there is only room for their own upgrades. They hold Karpenter (1 vCPU and 1 GiB for each replica), the Cilium operator, CoreDNS (2 to 10 replicas, as EKS sees fit for the size of the cluster) and the add-ons. Raise \`min\` before pods of theirs stay Pending, and take larger types where Karpenter runs out of memory: it keeps every node and pod in it.
`;
}
