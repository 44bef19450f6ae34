import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** What a cluster pays for by the hour, before a pod runs. */
export type CostDrivers = {
  natGateways: number;
  systemNodes: number;
  systemTypes: string[];
  /** Network interfaces of VPC endpoints: one in each zone for each service. */
  endpoints: number;
};

/** Amounts of what costs; prices are not known here. */
export function costDrivers({
  network,
  systemNodes,
}: Pick<ResolvedClusterSpec['spec'], 'network' | 'systemNodes'>): CostDrivers {
  const zones = network.zones.length;
  const gateways = network.natGateways === 'perZone' ? zones : 1;
  // An existing VPC has gateways and endpoints of its own.
  const isOurs = network.existing === undefined;
  return {
    natGateways: isOurs ? gateways : 0,
    systemNodes: systemNodes.min,
    systemTypes: systemNodes.instanceTypes,
    endpoints: isOurs ? network.interfaceEndpoints.length * zones : 0,
  };
}
