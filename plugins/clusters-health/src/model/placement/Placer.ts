import type { NodeFacts, PodFacts } from '../../kinds';
import { candidateOf } from '../agentPlacement';
import type { ClusterState } from '../ClusterState';
import { placementSelects, type Selected } from '../daemonSetSelects';
import type { Destination } from './Destination';
import type { NodeRoom } from './NodeRoom';
import type { PoolRoom } from './PoolRoom';

const ZONE = 'topology.kubernetes.io/zone';

/** Texts name so many pools; the others are counted. */
const POOLS_NAMED = 3;

/** Places pods one after the other, and takes the room that each needs. */
export class Placer {
  readonly #cluster: ClusterState;
  readonly #rooms: readonly NodeRoom[];
  readonly #pools: readonly PoolRoom[];
  /** Many pods have the same placement and tolerations. */
  readonly #selected = new Map<unknown, Map<unknown, Map<string, Selected>>>();

  constructor(
    cluster: ClusterState,
    rooms: readonly NodeRoom[],
    pools: readonly PoolRoom[],
  ) {
    this.#cluster = cluster;
    this.#rooms = rooms;
    this.#pools = pools;
  }

  place(pod: PodFacts): Destination {
    const home = this.#cluster.index.nodeByName().get(pod.nodeName ?? '');
    const zone = pod.placement.volumes ? home?.labels[ZONE] : undefined;
    if (pod.placement.volumes && zone === undefined) {
      return { goes: 'unknown', why: 'the zone of its volume is not known' };
    }
    const place = this.#onNodes(pod, zone) ?? this.#onPools(pod, zone);
    const isPlaced = place.goes === 'fits' || place.goes === 'newNode';
    if (isPlaced && pod.placement.byOtherPods) {
      return {
        goes: 'unknown',
        why: 'its required affinity or spread over other pods was not computed',
      };
    }
    if (place.goes === 'nowhere' && zone !== undefined) {
      const elsewhere =
        this.#onNodes(pod, undefined) ?? this.#onPools(pod, undefined);
      return elsewhere.goes === 'nowhere'
        ? place
        : {
            goes: 'unknown',
            why: `nothing in ${zone} takes it, and its volume may be bound to this zone`,
          };
    }
    return place;
  }

  /** The node with the most free CPU, as the scheduler prefers it. */
  #onNodes(pod: PodFacts, zone: string | undefined): Destination | undefined {
    let best: NodeRoom | undefined;
    let maybe = false;
    for (const room of this.#rooms) {
      const isInZone = zone === undefined || room.node.labels[ZONE] === zone;
      if (isInZone && room.holds(pod)) {
        const selected = this.#selects(pod, room.node);
        if (selected === 'yes' && room.cpu > (best?.cpu ?? -1)) {
          best = room;
        }
        maybe ||= selected === 'unknown';
      }
    }
    if (best) {
      best.take(pod);
      return { goes: 'fits', to: best.node.name };
    }
    return maybe
      ? {
          goes: 'unknown',
          why: 'it selects a label of nodes that the portal does not keep',
        }
      : undefined;
  }

  #onPools(pod: PodFacts, zone: string | undefined): Destination {
    if (!this.#cluster.ok('nodepools')) {
      return { goes: 'unknown', why: 'NodePools could not be read' };
    }
    const reasons: string[] = [];
    let unknown: string | undefined;
    for (const room of this.#pools) {
      const { is, why } = room.takes(pod, zone);
      if (is === 'yes') {
        room.take(pod);
        return { goes: 'newNode', to: room.pool.name };
      }
      const said = `NodePool ${room.pool.name} ${why}`;
      reasons.push(said);
      unknown ??= is === 'unknown' ? said : undefined;
    }
    if (unknown !== undefined) {
      return { goes: 'unknown', why: unknown };
    }
    const more = reasons.length - POOLS_NAMED;
    return {
      goes: 'nowhere',
      why: [
        'no node has room that it accepts',
        ...reasons.slice(0, POOLS_NAMED),
        ...(more > 0 ? [`and ${more} more do not take it`] : []),
      ].join('; '),
    };
  }

  #selects(pod: PodFacts, node: NodeFacts): Selected {
    const { placement, tolerations } = pod;
    const byTolerations = getOrMake(this.#selected, placement);
    const byNode = getOrMake(byTolerations, tolerations);
    const known = byNode.get(node.name);
    if (known !== undefined) {
      return known;
    }
    const selected = placementSelects(
      { ...placement, tolerations },
      candidateOf(node),
    );
    byNode.set(node.name, selected);
    return selected;
  }
}

function getOrMake<K, A, B>(map: Map<K, Map<A, B>>, key: K): Map<A, B> {
  const found = map.get(key) ?? new Map<A, B>();
  map.set(key, found);
  return found;
}
