import type {
  FleetResponse,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { atMost, exact, minutesAgo, unknown } from './measures';

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
    connection: { state: 'live', since: minutesAgo(60) },
    observedAt: minutesAgo(0),
    revision: 7,
    ...overrides,
  };
}

const nothing = {
  nodes: unknown('nodes: not read'),
  cpuRequested: unknown('pods: not read'),
  cpuAllocatable: unknown('nodes: not read'),
  spotShare: unknown('nodes: not read'),
  room: {
    addresses: unknown('ciliumnodes: not read'),
    nodes: unknown('ciliumnodes: not read'),
    hours: unknown('ciliumnodes: not read'),
  },
};

const unseen = {
  kubernetes: { desired: '1.31' },
  karpenter: { desired: '1.8.2' },
  cilium: { desired: '1.17.4' },
};

/** One cluster of every kind that the fleet page must tell apart. */
export const fleetRows: FleetRow[] = [
  fleetRow({
    name: 'search-dev',
    environment: 'dev',
    owner: 'group:default/search',
    verdict: 'critical',
    headline: {
      text: 'Subnet eu-west-1b has no free addresses, 3 nodes cannot join',
      severity: 'critical',
      since: minutesAgo(12),
      findingId: 'f-root',
    },
    findings: { critical: 1, warning: 2, info: 0 },
    nodes: exact(12),
    cpuRequested: exact(90),
    cpuAllocatable: exact(96),
    spotShare: exact(0.25),
    room: { addresses: atMost(412), nodes: atMost(9), hours: atMost(52) },
  }),
  fleetRow({
    name: 'ml-staging',
    environment: 'staging',
    owner: 'group:default/ml',
    verdict: 'degraded',
    headline: {
      text: 'NodePool gpu is out of capacity, its fallback works',
      severity: 'warning',
      since: minutesAgo(125),
    },
    versions: {
      kubernetes: { desired: '1.35', observed: '1.34.6' },
      karpenter: { desired: '1.14.3', observed: '1.14.3' },
      cilium: { desired: '1.19.9', observed: '1.18.2' },
    },
    nodes: exact(31),
    connection: { state: 'stale', since: minutesAgo(6) },
    observedAt: minutesAgo(6),
  }),
  fleetRow({
    name: 'legacy-eu',
    verdict: 'unknown',
    headline: {
      text: 'API server unreachable',
      since: minutesAgo(3),
      sinceAtLeast: true,
    },
    lastKnown: { verdict: 'healthy', at: minutesAgo(4) },
    versions: unseen,
    ...nothing,
    connection: {
      state: 'unreachable',
      since: minutesAgo(3),
      sinceAtLeast: true,
      message: 'The connection was refused.',
    },
    observedAt: undefined,
  }),
  fleetRow({
    name: 'reports-staging',
    environment: 'staging',
    owner: 'group:default/reports',
    verdict: 'unknown',
    headline: { text: 'The portal has no access (403)' },
    versions: unseen,
    ...nothing,
    connection: {
      state: 'forbidden',
      message: 'The API server answered 403 to nodes.',
    },
    observedAt: undefined,
  }),
  fleetRow({
    name: 'shop-dev',
    environment: 'dev',
    owner: 'group:default/shop',
    provisioned: false,
    verdict: 'unknown',
    headline: { text: 'Not provisioned yet' },
    versions: unseen,
    ...nothing,
    connection: { state: 'notProvisioned' },
    observedAt: undefined,
  }),
  fleetRow(),
];

/** An answer of `GET /v1/fleet` with these rows. */
export function fleetResponse(
  items: FleetRow[] = fleetRows,
  overrides: Partial<FleetResponse> = {},
): FleetResponse {
  const count = (verdict: FleetRow['verdict']) =>
    items.filter(row => row.verdict === verdict).length;
  return {
    revision: 7,
    totals: {
      clusters: items.length,
      critical: count('critical'),
      degraded: count('degraded'),
      unknown: count('unknown'),
      healthy: count('healthy'),
    },
    items,
    ...overrides,
  };
}
