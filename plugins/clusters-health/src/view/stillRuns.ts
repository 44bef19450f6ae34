import type {
  ClusterView,
  Measure,
  StillRuns,
} from '@clusterworks/plugin-clusters-common';
import { ClusterState } from '../model/ClusterState';
import { pdbSelects, podsToEvict } from '../model/disruption';
import type { Snapshot } from '../kinds';
import { drainPreviews } from './drainPreview';
import { exact, unknownMeasure } from './measures';

const MOST_NAMES = 100;
const MOST_SHOWN = 50;
const ELSEWHERE = 'another instance of the portal reads the pods';

type OfPods = Pick<
  StillRuns,
  'pods' | 'held' | 'heldTotal' | 'budgets' | 'budgetsTotal'
>;
type OfVolumes = Pick<StillRuns, 'volumes' | 'volumeNames'>;

/**
 * What still runs in a cluster that is to be taken down: the NodeClaims of all
 * NodePools, the pods on their nodes and what holds them, and the volumes that
 * are attached. What is not read is unknown, never none.
 *
 * @param running - the view of the cluster, or why it says nothing now; the
 *   objects, where this instance of the portal reads the cluster
 * @param now - RFC 3339
 *
 * @public
 */
export function stillRuns(
  running: { view?: ClusterView; unread?: string; snapshot?: Snapshot },
  now: string,
): StillRuns {
  const { view, unread, snapshot } = running;
  const claims = view?.karpenter.nodeClaims;
  const why =
    unread ??
    (claims
      ? undefined
      : `nodeclaims: ${view?.karpenter.reason ?? 'not read'}`);
  const loadBalancers = unknownMeasure('Services are not read');
  if (why !== undefined || !claims) {
    const unknown = unknownMeasure(why ?? 'not read');
    return {
      nodeClaims: unknown,
      names: [],
      ...podsUnknown(unknown),
      volumes: unknown,
      volumeNames: [],
      loadBalancers,
    };
  }
  const nodes = claims.flatMap(({ node }) => node ?? []);
  const state = snapshot && new ClusterState(snapshot, Date.parse(now));
  return {
    observedAt: now,
    nodeClaims: exact(claims.length),
    names: claims
      .map(({ node, name }) => node ?? name)
      .sort()
      .slice(0, MOST_NAMES),
    ...podsOf(nodes, state, now),
    ...volumesOf(state),
    loadBalancers,
  };
}

function podsUnknown(unknown: Measure): OfPods {
  return {
    pods: unknown,
    held: [],
    heldTotal: unknown,
    budgets: [],
    budgetsTotal: unknown,
  };
}

function podsOf(
  nodes: readonly string[],
  state: ClusterState | undefined,
  now: string,
): OfPods {
  if (nodes.length === 0) {
    return { ...podsUnknown(exact(0)) };
  }
  if (!state) {
    return podsUnknown(unknownMeasure(ELSEWHERE));
  }
  // A node that has not joined, or has left, holds no pods.
  const there = state.ok('nodes')
    ? nodes.filter(node => state.index.nodeByName().has(node))
    : nodes;
  const drain = drainPreviews(state.snapshot, now);
  const drained = there.map(drain);
  const incomplete = drained.find(each => each.incomplete)?.incomplete;
  if (incomplete) {
    return podsUnknown(unknownMeasure(incomplete));
  }
  const held = drained.flatMap(({ node, blocked }) =>
    blocked.map(each => ({ node, ...each })),
  );
  const pods = there.flatMap(node => podsToEvict(state, node));
  const budgets = state
    .items('poddisruptionbudgets')
    .filter(pdb => pods.some(pod => pdbSelects(pdb, pod)))
    .map(({ namespace, name }) => `${namespace}/${name}`)
    .sort();
  return {
    pods: exact(
      drained.reduce(
        (total, { evicted, blocked }) =>
          total + evicted.length + blocked.length,
        0,
      ),
    ),
    held: held.slice(0, MOST_SHOWN),
    heldTotal: exact(held.length),
    budgets: budgets.slice(0, MOST_SHOWN),
    budgetsTotal: exact(budgets.length),
  };
}

/** A volume that is not attached is seen nowhere, so the number is a bound. */
function volumesOf(state: ClusterState | undefined): OfVolumes {
  if (!state?.ok('volumeattachments')) {
    const why = state
      ? `volumeattachments: ${state.state('volumeattachments')}`
      : ELSEWHERE;
    return { volumes: unknownMeasure(why), volumeNames: [] };
  }
  const names = [
    ...new Set(
      state
        .items('volumeattachments')
        .map(({ volume, name }) => volume ?? name),
    ),
  ].sort();
  return {
    volumes: { certainty: 'atLeast', value: names.length },
    volumeNames: names.slice(0, MOST_NAMES),
  };
}
