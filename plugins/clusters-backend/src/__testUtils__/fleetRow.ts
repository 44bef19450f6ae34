import type {
  FleetRow,
  Measure,
  Verdict,
} from '@clusterworks/plugin-clusters-common';

const unknown: Measure = { certainty: 'unknown', reason: 'test' };

/** Makes a valid row of the fleet; a test gives only the fields it is about. */
export function fleetRow(
  name: string,
  options: {
    verdict?: Verdict;
    environment?: string;
    owner?: string;
    cilium?: string;
  } = {},
): FleetRow {
  return {
    name,
    entityRef: `resource:default/${name}`,
    owner: options.owner,
    environment: options.environment,
    provisioned: true,
    verdict: options.verdict ?? 'healthy',
    headline: { text: 'No problems found' },
    findings: { critical: 0, warning: 0, info: 0 },
    versions: {
      kubernetes: {},
      karpenter: {},
      cilium: { observed: options.cilium },
    },
    nodes: unknown,
    cpuRequested: unknown,
    cpuAllocatable: unknown,
    spotShare: unknown,
    room: { addresses: unknown, nodes: unknown, hours: unknown },
    connection: { state: 'live' },
    revision: 1,
  };
}
