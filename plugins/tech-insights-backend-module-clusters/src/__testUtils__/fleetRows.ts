import type { FleetRow } from '@clusterworks/plugin-clusters-common';

const unknown = { certainty: 'unknown', reason: 'nodes: forbidden' } as const;

/** A cluster of which everything is known. */
export const read: FleetRow = {
  name: 'payments',
  entityRef: 'resource:default/payments',
  provisioned: true,
  verdict: 'degraded',
  phase: 'running',
  headline: { text: '' },
  findings: { critical: 0, warning: 1, info: 0 },
  versions: {
    kubernetes: { observed: '1.35.4' },
    karpenter: { observed: '1.14.3' },
    cilium: { observed: '1.16.1' },
  },
  nextKubernetes: { version: '1.36', blockedBy: ['cilium'] },
  driftedSince: '2026-11-20T10:00:00Z',
  budgetCoverage: { certainty: 'exact', value: 0.5 },
  nodes: { certainty: 'exact', value: 4 },
  cpuRequested: unknown,
  cpuAllocatable: unknown,
  spotShare: { certainty: 'estimate', value: 0.25 },
  room: {
    addresses: unknown,
    nodes: { certainty: 'atMost', value: 9 },
    hours: { certainty: 'atMost', value: 36 },
  },
  connection: { state: 'live' },
  revision: 1,
};

/** Nothing was seen of this cluster. */
export const unread: FleetRow = {
  ...read,
  verdict: 'unknown',
  versions: { kubernetes: {}, karpenter: {}, cilium: {} },
  ...{ nextKubernetes: undefined, driftedSince: undefined },
  ...{ budgetCoverage: unknown, nodes: unknown, spotShare: unknown },
  room: { addresses: unknown, nodes: unknown, hours: unknown },
  connection: { state: 'unreachable' },
};
