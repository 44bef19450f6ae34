import type { NodeFacts, PodFacts } from '../../kinds';
import { conditionOf } from '../../kinds';
import type { ClusterState } from '../ClusterState';
import type { Destination } from './Destination';
import { NodeRoom } from './NodeRoom';
import { Placer } from './Placer';
import { PoolRoom } from './PoolRoom';

/**
 * Where the pods of nodes that are drained at the same time would go. Like the
 * scheduler, it heeds taints, node selectors, required node affinity, and what
 * is free; large pods are placed first. Affinity and spread over other pods are
 * not computed: such pods have no known destination, unless nothing takes them
 * in any case. A pod with a volume stays in its zone. Each step is short, so
 * that a large cluster does not block the event loop.
 *
 * @param leaving - names of the nodes that are drained
 */
export function* placePods(
  cluster: ClusterState,
  pods: readonly PodFacts[],
  leaving: ReadonlySet<string>,
): Generator<void, [PodFacts, Destination][]> {
  const { index } = cluster;
  const rooms = cluster.snapshot.resources.nodes.items
    .filter(node => !leaving.has(node.name) && acceptsPods(node))
    .flatMap(
      node => NodeRoom.of(node, index.podsByNode().get(node.name) ?? []) ?? [],
    );
  const pools = index
    .ownPools()
    .map(
      pool =>
        new PoolRoom(pool, index.classByName().get(pool.nodeClass.name ?? '')),
    );
  const placer = new Placer(cluster, rooms, pools);
  const largestFirst = [...pods].sort(
    (a, b) =>
      b.cpu - a.cpu || b.memory - a.memory || (a.name < b.name ? -1 : 1),
  );
  const places: [PodFacts, Destination][] = [];
  for (const pod of largestFirst) {
    places.push([pod, placer.place(pod)]);
    yield;
  }
  return places;
}

function acceptsPods(node: NodeFacts): boolean {
  return (
    node.deletedAt === undefined &&
    !node.unschedulable &&
    conditionOf(node, 'Ready')?.status === 'True'
  );
}
