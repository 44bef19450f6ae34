import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  addQuantities,
  formatQuantity,
  parseQuantity,
} from '@clusterworks/plugin-clusters-spec';

/**
 * One sentence that says what a spec makes: "A private cluster in eu-west-1, 3
 * zones, 10.40.0.0/16, up to 2,500 vCPU".
 */
export function summarize({ spec }: ResolvedClusterSpec): string {
  const { network, versions, karpenter } = spec;
  const cpus = karpenter.nodePools.map(pool => pool.limits.cpu);
  const bounded = cpus.every(cpu => cpu !== undefined);
  const total = addQuantities(...cpus.map(cpu => parseQuantity(cpu ?? '0')));
  return [
    `A ${network.endpoint.public ? 'public' : 'private'} cluster in ${
      spec.region
    }`,
    network.existing
      ? `in ${network.existing.vpcId}`
      : `${network.zones.length} zones`,
    network.vpcCidr,
    bounded
      ? `up to ${formatQuantity(total, 'cpu')}`
      : 'without a limit on vCPU',
    `Kubernetes ${versions.kubernetes}, Karpenter ${versions.karpenter}, Cilium ${versions.cilium}`,
    ...(spec.decommission ? ['being taken down'] : []),
  ].join(', ');
}
