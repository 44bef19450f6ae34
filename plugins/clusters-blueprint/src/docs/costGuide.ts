import {
  launchPools,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { listed, onOff, type OptionRow, optionTable } from './optionTable';

/** Chapter on what costs money here, and the switch that changes it. */
export function costGuide({ spec }: ResolvedClusterSpec): string {
  const { network, logging, karpenter, addons } = spec;
  const pools = launchPools(spec);
  const spot = pools.filter(pool => pool.capacityTypes.includes('spot'));
  const rows: OptionRow[] = [
    [
      'spot',
      'karpenter.nodePools[].capacityTypes',
      spot.length > 0
        ? `${listed(
            spot.map(({ name }) => name),
          )}; spot comes first where both are allowed`
        : 'none; allow it for what may be interrupted',
    ],
    [
      'idle nodes',
      'karpenter.nodePools[].consolidation',
      pools
        .map(
          ({ name, consolidation }) =>
            `${name}: ${consolidation.policy} after ${consolidation.after}`,
        )
        .join('; '),
    ],
    [
      'limits',
      'karpenter.nodePools[].limits',
      'the most that the pools may launch: what a runaway deployment can cost',
    ],
    ...(network.existing
      ? []
      : ([
          [
            'NAT gateways',
            'network.natGateways',
            network.natGateways === 'single'
              ? 'one, by the hour and the gigabyte; traffic of other zones crosses zones'
              : `${network.zones.length}, by the hour and the gigabyte`,
          ],
          [
            'interface endpoints',
            'network.interfaceEndpoints',
            `${network.interfaceEndpoints.length} in ${network.zones.length} zones, by the hour; they pay off where much goes through NAT`,
          ],
        ] satisfies OptionRow[])),
    [
      'logs',
      'logging',
      `${
        logging.controlPlane.length
      } kinds of control plane logs, flow logs ${onOff(
        logging.flowLogs,
      )}: CloudWatch charges by the gigabyte that comes in, and audit logs are most of it`,
    ],
    [
      'volumes',
      'karpenter.nodePools[].volume, addons.ebsCsiDriver',
      addons.ebsCsiDriver.enabled
        ? 'gp3; volumes of claims go with the claim'
        : 'gp3',
    ],
    [
      'architecture',
      'karpenter.nodePools[].architectures',
      `${listed([
        ...new Set(karpenter.nodePools.flatMap(pool => pool.architectures)),
      ])}; arm64 costs less where images exist for it`,
    ],
  ];
  return `
## Cost

What the bill depends on, and the switch that changes it. How much each saves depends on the workload, so there is no number here.

${optionTable(['what', 'field', 'here'], rows)}

Nodes, volumes and network interfaces carry the tags of the cluster${
    karpenter.ownerTags ? '' : ' once `karpenter.ownerTags` is on'
  }; activate them as cost allocation tags in the billing account to see what a cluster costs.
`;
}
