import {
  type DrainPlan,
  MAX_DRAINED_NODES,
  type PodDestination,
} from '@clusterworks/plugin-clusters-common';
import type { PodFacts, Snapshot } from '../kinds';
import { ClusterState } from '../model/ClusterState';
import { podsToEvict } from '../model/disruption/drainBlockers';
import { type Destination, placePods } from '../model/placement';
import { runToEnd } from '../model/runToEnd';
import { drainPreviewOf } from './drainPreview';

/** More pods than this are counted only; a node has at most 250. */
const MOST_PODS = 200;
const MOST_OF_NODE = 300;

const WORST_FIRST: Destination['goes'][] = [
  ...(['nowhere', 'unknown', 'newNode', 'fits'] as const),
];

/**
 * What draining several nodes at the same time would do: which pods have to
 * go, what holds them, what is lost, and where each pod would go. A node name
 * that is given twice counts once; of more than {@link MAX_DRAINED_NODES}
 * names, the first are taken.
 *
 * @param now - RFC 3339
 *
 * @public
 */
export function drainPlan(
  snapshot: Snapshot,
  names: readonly string[],
  now: string,
): DrainPlan {
  return runToEnd(drainPlanInSteps(snapshot, names, now));
}

/**
 * The steps of {@link drainPlan}. Each step is short, so that a large cluster
 * does not block the event loop.
 *
 * @public
 */
export function* drainPlanInSteps(
  snapshot: Snapshot,
  names: readonly string[],
  now: string,
): Generator<void, DrainPlan> {
  const cluster = new ClusterState(snapshot, Date.parse(now));
  const unread = (['nodes', 'pods', 'poddisruptionbudgets'] as const).find(
    source => !cluster.ok(source),
  );
  if (unread) {
    return noPlan(snapshot.cluster, now, `${unread}: ${cluster.state(unread)}`);
  }
  const leaving = new Set([...new Set(names)].slice(0, MAX_DRAINED_NODES));
  const pods = [...leaving].flatMap(node => podsToEvict(cluster, node));
  const places = yield* placePods(cluster, pods, leaving);
  const count = (goes: Destination['goes']) =>
    places.filter(([, place]) => place.goes === goes).length;
  return {
    cluster: snapshot.cluster,
    at: now,
    nodes: [...leaving].map(node => nodePlan(cluster, node)),
    totals: {
      fits: count('fits'),
      newNode: count('newNode'),
      nowhere: count('nowhere'),
      unknown: count('unknown'),
    },
    pods: WORST_FIRST.flatMap(goes =>
      places.filter(([, place]) => place.goes === goes),
    )
      .slice(0, MOST_PODS)
      .map(([pod, place]) => destinationView(pod, place)),
  };
}

/**
 * A plan that says why there is none.
 *
 * @param now - RFC 3339
 *
 * @public
 */
export function noPlan(
  cluster: string,
  now: string,
  unread: string,
): DrainPlan {
  return {
    ...{ cluster, at: now, unread, nodes: [], pods: [] },
    totals: { fits: 0, newNode: 0, nowhere: 0, unknown: 0 },
  };
}

function nodePlan(
  cluster: ClusterState,
  node: string,
): DrainPlan['nodes'][number] {
  const { evicted, blocked, losesLocalData, unowned, incomplete } =
    drainPreviewOf(cluster, node);
  return {
    node,
    pods: evicted.length + blocked.length,
    blocked: blocked.slice(0, MOST_OF_NODE),
    losesLocalData: losesLocalData.slice(0, MOST_OF_NODE),
    unowned: unowned.slice(0, MOST_OF_NODE),
    ...(incomplete ? { incomplete } : {}),
  };
}

function destinationView(pod: PodFacts, place: Destination): PodDestination {
  const owner = pod.owners.find(one => one.controller) ?? pod.owners[0];
  return {
    pod: `${pod.namespace ?? ''}/${pod.name}`,
    node: pod.nodeName ?? '',
    ...(owner ? { owner: `${owner.kind}/${owner.name}` } : {}),
    ...place,
  };
}
