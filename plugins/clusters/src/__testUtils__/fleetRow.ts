import { ago, NOW } from '@clusterworks/kube-fixtures';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { atMost, exact, unknown } from './measures';

/** A healthy, live cluster; everything can be overridden. */
export function fleetRow(overrides: Partial<FleetRow> = {}): FleetRow {
  const name = overrides.name ?? 'payments-prod';
  return {
    name,
    entityRef: `resource:default/${name}`,
    owner: 'group:default/payments',
    environment: 'prod',
    region: 'eu-west-1',
    accountId: '123456789012',
    provisioned: true,
    verdict: 'healthy',
    headline: { text: 'Nothing needs a person' },
    findings: { critical: 0, warning: 0, info: 0 },
    versions: {
      kubernetes: { desired: '1.35', observed: '1.35.4' },
      karpenter: { desired: '1.14.3', observed: '1.14.3' },
      cilium: { desired: '1.19.9', observed: '1.19.9' },
    },
    nodes: exact(48),
    cpuRequested: exact(310),
    cpuAllocatable: exact(384),
    spotShare: exact(0.62),
    room: {
      addresses: atMost(14_200),
      nodes: atMost(310),
      hours: unknown('it does not shrink'),
    },
    connection: { state: 'live', since: ago('60m') },
    observedAt: NOW,
    revision: 7,
    ...overrides,
  };
}
