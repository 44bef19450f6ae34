import { ago } from '@clusterworks/kube-fixtures';
import type {
  FleetResponse,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { searchDevRow } from './clusterFixtures';
import { fleetRow } from './fleetRow';
import { exact, unknown } from './measures';

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

/** One cluster for each state that the fleet page must tell apart. */
export const fleetRows: FleetRow[] = [
  searchDevRow,
  fleetRow({
    name: 'ml-staging',
    environment: 'staging',
    owner: 'group:default/ml',
    verdict: 'degraded',
    headline: {
      text: 'NodePool gpu is out of capacity, its fallback works',
      severity: 'warning',
      since: ago('125m'),
    },
    versions: {
      kubernetes: { desired: '1.35', observed: '1.34.6' },
      karpenter: { desired: '1.14.3', observed: '1.14.3' },
      cilium: { desired: '1.19.9', observed: '1.18.2' },
    },
    nodes: exact(31),
    connection: { state: 'stale', since: ago('6m') },
    observedAt: ago('6m'),
  }),
  fleetRow({
    name: 'legacy-eu',
    verdict: 'unknown',
    headline: {
      text: 'API server unreachable',
      since: ago('3m'),
      sinceAtLeast: true,
    },
    lastKnown: { verdict: 'healthy', at: ago('4m') },
    versions: unseen,
    ...nothing,
    connection: {
      state: 'unreachable',
      since: ago('3m'),
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
