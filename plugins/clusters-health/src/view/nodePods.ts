import {
  MAX_NODES_WITH_PODS,
  type NodePod,
  type NodePods,
} from '@clusterworks/plugin-clusters-common';
import type { PodFacts, Snapshot } from '../kinds';
import { ClusterState } from '../model/ClusterState';
import { drainBlockers } from '../model/disruption/drainBlockers';
import { runToEnd } from '../model/runToEnd';
import { holdsRequests } from './podTotals';

/** More pods of one node than this are counted only. */
const MOST_OF_NODE = 300;

/**
 * The pods on some nodes: what they request, and what keeps the node from being
 * drained. A node name that is given twice counts once; of more than
 * {@link MAX_NODES_WITH_PODS} names, the first are taken.
 *
 * @param now - RFC 3339
 *
 * @public
 */
export function nodePods(
  snapshot: Snapshot,
  names: readonly string[],
  now: string,
): NodePods {
  return runToEnd(nodePodsInSteps(snapshot, names, now));
}

/**
 * The steps of {@link nodePods}. Each step is short, so that a large cluster
 * does not block the event loop.
 *
 * @public
 */
export function* nodePodsInSteps(
  snapshot: Snapshot,
  names: readonly string[],
  now: string,
): Generator<void, NodePods> {
  const cluster = new ClusterState(snapshot, Date.parse(now));
  const head = { cluster: snapshot.cluster, at: now };
  if (!cluster.ok('pods')) {
    return { ...head, unread: `pods: ${cluster.state('pods')}`, nodes: [] };
  }
  const nodes: NodePods['nodes'] = [];
  for (const node of [...new Set(names)].slice(0, MAX_NODES_WITH_PODS)) {
    nodes.push(podsOf(cluster, node));
    yield;
  }
  return { ...head, nodes };
}

function podsOf(
  cluster: ClusterState,
  node: string,
): NodePods['nodes'][number] {
  const pods = (cluster.index.podsByNode().get(node) ?? []).filter(
    holdsRequests,
  );
  const blockers = cluster.ok('poddisruptionbudgets')
    ? drainBlockers(cluster, node)
    : [];
  const holdsOf = new Map(
    blockers.map(({ pod, why, pdb, free }): [PodFacts, NodePod['holds']] => [
      pod,
      {
        ...{ why, free },
        ...(pdb ? { by: `${pdb.namespace ?? ''}/${pdb.name}` } : {}),
      },
    ]),
  );
  return {
    node,
    pods: [...pods]
      .sort(
        (a, b) =>
          b.cpu - a.cpu || b.memory - a.memory || (a.name < b.name ? -1 : 1),
      )
      .slice(0, MOST_OF_NODE)
      .map(pod => podView(pod, holdsOf.get(pod))),
    total: pods.length,
  };
}

function podView(pod: PodFacts, holds: NodePod['holds']): NodePod {
  const owner = pod.owners.find(one => one.controller) ?? pod.owners[0];
  return {
    pod: `${pod.namespace ?? ''}/${pod.name}`,
    ...(owner ? { owner: `${owner.kind}/${owner.name}` } : {}),
    ...{ cpu: pod.cpu, memory: pod.memory },
    ...(holds ? { holds } : {}),
  };
}
