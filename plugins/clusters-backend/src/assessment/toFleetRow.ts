import type {
  Assessment,
  ClusterView,
  Connection,
  FleetRow,
  Headline,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';

/** What a row shows of a view. */
export type RowView = Pick<
  ClusterView,
  'versions' | 'nodes' | 'cpuRequested' | 'cpuAllocatable' | 'spotShare'
> &
  Pick<ClusterView['cilium'], 'room'>;

/** A view is large; a row needs little of it. */
export function rowView(view: ClusterView): RowView {
  const { versions, nodes, cpuRequested, cpuAllocatable, spotShare } = view;
  const { room } = view.cilium;
  return {
    versions,
    nodes,
    cpuRequested,
    cpuAllocatable,
    spotShare,
    room,
  };
}

/** What a row is made from. */
export interface FleetRowParts {
  cluster: KnownCluster;
  connection: Connection;
  assessment?: Assessment;
  headline: Headline;
  view?: RowView;
  lastKnown?: FleetRow['lastKnown'];
  observedAt?: string;
}

/** The row of one cluster in the fleet, still without its revision. */
export function toFleetRow(parts: FleetRowParts): Omit<FleetRow, 'revision'> {
  const { cluster, connection, assessment, headline, view } = parts;
  const unknown: Measure = {
    certainty: 'unknown',
    reason: connection.message ?? 'Not read yet',
  };
  return {
    name: cluster.name,
    entityRef: cluster.entityRef,
    owner: cluster.owner,
    environment: cluster.environment,
    region: cluster.region,
    accountId: cluster.accountId,
    provisioned: cluster.provisioned,
    verdict: assessment?.verdict ?? 'unknown',
    lastKnown: parts.lastKnown,
    headline,
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
    nodes: view?.nodes ?? unknown,
    cpuRequested: view?.cpuRequested ?? unknown,
    cpuAllocatable: view?.cpuAllocatable ?? unknown,
    spotShare: view?.spotShare ?? unknown,
    room: view?.room ?? { addresses: unknown, nodes: unknown, hours: unknown },
    connection,
    observedAt: parts.observedAt,
  };
}

function countFindings(assessment: Assessment | undefined) {
  const counts = { critical: 0, warning: 0, info: 0 };
  for (const { severity } of assessment?.findings ?? []) {
    counts[severity] += 1;
  }
  return counts;
}
