import {
  type Assessment,
  CLUSTERWORKS_PREFIX,
  type ClusterView,
  type Connection,
  type FleetRow,
  type Headline,
  type Holder,
  type Measure,
} from '@clusterworks/plugin-clusters-common';
import { nextKubernetes } from '@clusterworks/plugin-clusters-spec';
import type { KnownCluster } from '../discovery/KnownCluster';
import {
  describedDifferences,
  seenDifferences,
} from '../differences/differences';
import { type HeldWorkload, heldWorkloads } from '../fleet/heldWorkloads';
import { type SeenFacts, seenFacts } from '../differences/seenFacts';
import { shownClaims } from '../identity/shownClaims';

const MAX_ZONES = 20;
const MAX_LABELS = 50;
const MAX_RULES = 500;
const MAX_COMPONENTS = 50;
const MAX_HOLDERS = 10;

/** The part of a view that a row shows. */
export type RowView = Pick<
  ClusterView,
  | 'versions'
  | 'nodes'
  | 'podsPending'
  | 'budgetCoverage'
  | 'cpuRequested'
  | 'cpuAllocatable'
  | 'spotShare'
> &
  Pick<ClusterView['cilium'], 'room'> & {
    zones: string[];
    seen: SeenFacts;
    held?: HeldWorkload[];
    driftedSince?: string | null;
  };

/** Picks what a row needs, so that the large view can be freed. */
export function rowView(view: ClusterView): RowView {
  const { versions, nodes, podsPending, budgetCoverage } = view;
  const { cpuRequested, cpuAllocatable, spotShare } = view;
  return {
    ...{ versions, nodes, podsPending, budgetCoverage },
    ...{ cpuRequested, cpuAllocatable, spotShare },
    room: view.cilium.room,
    zones: zonesOf(view),
    seen: seenFacts(view),
    held: view.karpenter.heldNodes && heldWorkloads(view.karpenter.heldNodes),
    driftedSince: driftedSince(view.karpenter.heldNodes),
  };
}

/** The nodes are those that wait for longest. */
function driftedSince(
  nodes: ClusterView['karpenter']['heldNodes'],
): string | null | undefined {
  const drifted = nodes?.filter(({ why }) => why === 'drifted');
  if (drifted?.length === 0) {
    return null;
  }
  const times = drifted?.flatMap(({ since }) => since ?? []) ?? [];
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** The zones of all nodes and subnets, which one line of a page can hold. */
function zonesOf({ nodeList = [], cilium }: ClusterView): string[] {
  const zones = [...nodeList, ...(cilium.subnets ?? [])].flatMap(
    ({ zone }) => zone ?? [],
  );
  return [...new Set(zones)].sort().slice(0, MAX_ZONES);
}

/** The data that a row is made from. */
export interface FleetRowParts {
  cluster: KnownCluster;
  connection: Connection;
  assessment?: Assessment;
  headline: Headline;
  view?: RowView;
  lastKnown?: FleetRow['lastKnown'];
  observedAt?: string;
}

/** Makes the row of one cluster in the fleet, without its revision. */
export function toFleetRow(parts: FleetRowParts): Omit<FleetRow, 'revision'> {
  const { cluster, connection, assessment, headline, view } = parts;
  const unknown: Measure = {
    certainty: 'unknown',
    reason: connection.message ?? 'Not read yet',
  };
  return {
    name: cluster.name,
    entityRef: cluster.entityRef,
    source: cluster.source,
    otherClaims: shownClaims(cluster.otherClaims),
    owner: cluster.owner,
    system: cluster.system,
    labels: ownLabels(cluster.labels),
    environment: cluster.environment,
    region: cluster.region,
    zones: view?.zones,
    accountId: cluster.accountId,
    provisioned: cluster.provisioned,
    verdict: assessment?.verdict ?? 'unknown',
    phase: phaseOf(parts),
    drained: isDrained(parts) || undefined,
    // A cluster that is taken down has no use for the end of a freeze.
    frozenUntil: cluster.isLeaving ? undefined : cluster.frozenUntil,
    lastKnown: parts.lastKnown,
    headline: headlineFor(parts, headline),
    findings: countFindings(assessment),
    versions: {
      kubernetes: {
        desired: cluster.desired.kubernetes,
        observed: view?.versions.kubernetes,
      },
      karpenter: {
        desired: cluster.desired.karpenter,
        observed: view?.versions.karpenter,
      },
      cilium: {
        desired: cluster.desired.cilium,
        observed: view?.versions.cilium,
      },
    },
    nextKubernetes: view && nextKubernetes(view.versions),
    components:
      cluster.components && listed(cluster.components, MAX_COMPONENTS),
    heldBy: view?.held && listed(view.held.map(holderOf), MAX_HOLDERS),
    driftedSince: view?.driftedSince,
    budgetCoverage: view?.budgetCoverage ?? unknown,
    nodes: view?.nodes ?? unknown,
    podsPending: view?.podsPending ?? unknown,
    cpuRequested: view?.cpuRequested ?? unknown,
    cpuAllocatable: view?.cpuAllocatable ?? unknown,
    spotShare: view?.spotShare ?? unknown,
    room: view?.room ?? { addresses: unknown, nodes: unknown, hours: unknown },
    differences: differencesOf(parts),
    connection,
    observedAt: parts.observedAt,
  };
}

/**
 * While a cluster is being built or taken down, or cannot be read, it is not
 * compared; only its description is.
 */
function differencesOf(parts: FleetRowParts): FleetRow['differences'] {
  const { cluster, connection, view } = parts;
  const isCompared =
    connection.state === 'live' && phaseOf(parts) === 'running';
  const described = describedDifferences(cluster, connection);
  if (isCompared && view) {
    return [
      ...described,
      ...seenDifferences(cluster, view.versions, view.seen),
    ];
  }
  return described.length > 0 ? described : undefined;
}

function isDrained({
  cluster,
  connection,
  assessment,
}: FleetRowParts): boolean {
  switch (connection.state) {
    case 'live':
    case 'stale':
      return assessment?.drained ?? false;
    case 'notProvisioned':
      return cluster.isLeaving ?? false;
    default:
      return false;
  }
}

/** A cluster that is destroyed while its files are in git is not being built. */
function headlineFor(
  { cluster, connection }: FleetRowParts,
  headline: Headline,
): Headline {
  return cluster.isLeaving && connection.state === 'notProvisioned'
    ? {
        text: 'The cluster is destroyed or was never built: its files can be removed',
      }
    : headline;
}

/**
 * The phase of a cluster that cannot be read is unknown. A cluster that is
 * taken down and has no API server (any more) is not one that is being built.
 */
function phaseOf({
  cluster,
  connection,
  assessment,
}: FleetRowParts): FleetRow['phase'] {
  switch (connection.state) {
    case 'live':
    case 'stale':
      return assessment?.phase;
    case 'notProvisioned':
      return cluster.isLeaving ? 'draining' : assessment?.phase;
    default:
      return undefined;
  }
}

function countFindings(assessment: Assessment | undefined) {
  const counts = { critical: 0, warning: 0, info: 0 };
  const rules = new Set<string>();
  const muted = assessment?.findings.filter(({ mute }) => mute).length;
  for (const { severity, rule, code } of assessment?.findings ?? []) {
    counts[severity] += 1;
    rules.add(rule).add(code);
  }
  return {
    ...counts,
    muted: muted || undefined,
    rules: [...rules].sort().slice(0, MAX_RULES),
  };
}

/** The first of all, and how many there are. */
function listed<T>(all: readonly T[], most: number) {
  return { listed: all.slice(0, most), total: all.length };
}

function holderOf(held: HeldWorkload): Holder {
  const { namespace, workload, nodes, mayBeMore, drifted } = held;
  const certainty = mayBeMore ? 'atLeast' : 'exact';
  return { namespace, workload, nodes: { certainty, value: nodes }, drifted };
}

/** The labels of an entity that say something which its row does not say. */
function ownLabels(labels: Record<string, string>): FleetRow['labels'] {
  const own = Object.entries(labels).filter(
    ([name]) => !name.startsWith(CLUSTERWORKS_PREFIX),
  );
  return own.length > 0
    ? Object.fromEntries(own.sort().slice(0, MAX_LABELS))
    : undefined;
}
