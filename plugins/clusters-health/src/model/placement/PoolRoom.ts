import type { PoolVerdictView } from '@clusterworks/plugin-clusters-common';
import {
  conditionOf,
  type NodeClassFacts,
  type NodePoolFacts,
  type PodFacts,
  quantityToNumber,
} from '../../kinds';
import { poolLabel } from '../agentPlacement';
import {
  placementSelects,
  type CandidateNode,
  type Selected,
} from '../daemonSetSelects';
import { isLeaving } from '../isDraining';
import { launchableTypes } from '../karpenter/launchableTypes';

const MIB = 1024 ** 2;

/**
 * The part of an instance's memory that pods get at most. What Karpenter keeps
 * back depends on its settings and on the type, so close calls are not decided.
 */
const MEMORY_FOR_PODS = 0.9;

/**
 * The part of what a limit leaves that pods get for sure: limits count whole
 * instances, and pods do not fill them.
 */
const LIMIT_FOR_PODS = 0.85;

/**
 * No instance of EC2 is larger (u7inh-32tb.480xlarge has 1,920 vCPUs and
 * 32 TiB), so a type whose size is not in the data is not, either.
 */
const LARGEST = { vcpus: 1_920, memory: 32 * 1024 ** 4 };

/** What a pod asks of a NodePool, in the order in which it is looked at. */
export type PoolPredicate = Exclude<
  PoolVerdictView['checks'][number]['by'],
  'otherPods'
>;

const WHY: Record<PoolPredicate, string> = {
  starts: 'starts no nodes for pods',
  ready: 'is not Ready',
  limit: 'is at its limit',
  zone: 'starts no nodes in',
  taints: 'has taints or labels that the pod does not accept',
  labels: 'has taints or labels that the pod does not accept',
  size: 'has no instance type that is large enough',
};

/** What a NodePool may still start for pods. */
export class PoolRoom {
  readonly pool: NodePoolFacts;
  readonly #zones: ReadonlySet<string> | undefined;
  readonly #left: { cpu: number; memory: number };
  /** What pods that are placed already ask for. */
  readonly #asked = { cpu: 0, memory: 0 };

  constructor(pool: NodePoolFacts, nodeClass: NodeClassFacts | undefined) {
    this.pool = pool;
    const zones = (nodeClass?.subnets ?? []).flatMap(({ zone }) => zone ?? []);
    this.#zones = zones.length > 0 ? new Set(zones) : undefined;
    this.#left = {
      cpu: leftOf(pool, 'cpu'),
      memory: leftOf(pool, 'memory'),
    };
  }

  /**
   * Whether the pool starts nodes for the pod, and the reason when it does not,
   * or when that is not known.
   *
   * @param zone - the only zone that the pod may run in, if there is one
   */
  takes(
    pod: PodFacts,
    zone: string | undefined,
  ): { is: Selected; why: string } {
    const unknown = new Set<PoolPredicate>();
    for (const { by, is } of this.judge(pod, zone)) {
      if (is === 'no') {
        return { is, why: by === 'zone' ? `${WHY.zone} ${zone}` : WHY[by] };
      }
      if (is === 'unknown') {
        unknown.add(by);
      }
    }
    if (unknown.size === 0) {
      return { is: 'yes', why: '' };
    }
    const isOnlyClose = unknown.size === 1 && unknown.has('limit');
    return {
      is: 'unknown',
      why: isOnlyClose ? 'is close to its limit' : 'may or may not take it',
    };
  }

  /**
   * What the pod asks of a pool, one after the other, and whether this pool
   * offers it.
   *
   * @param zone - the only zone that the pod may run in, if there is one
   */
  *judge(
    pod: PodFacts,
    zone: string | undefined,
  ): Generator<{ by: PoolPredicate; is: Selected }, void> {
    const { pool } = this;
    const startsNone = pool.replicas !== undefined || isLeaving(pool);
    yield { by: 'starts', is: startsNone ? 'no' : 'yes' };
    const ready = conditionOf(pool, 'Ready')?.status;
    yield { by: 'ready', is: ready === 'False' ? 'no' : 'yes' };
    yield { by: 'limit', is: this.#hasLeftFor(pod) };
    yield { by: 'zone', is: zone === undefined ? 'yes' : this.#offers(zone) };
    const node = this.#node();
    const { placement, tolerations } = pod;
    yield {
      by: 'taints',
      is: placementSelects({ nodeSelector: {}, tolerations }, node),
    };
    yield {
      by: 'labels',
      is: placementSelects(
        { ...placement, tolerations },
        { ...node, taints: [] },
      ),
    };
    yield { by: 'size', is: this.#hasTypeFor(pod) };
  }

  take({ cpu, memory }: PodFacts): void {
    this.#asked.cpu += cpu;
    this.#asked.memory += memory;
  }

  #offers(zone: string): Selected {
    const wanted = this.pool.requirements.find(
      ({ key }) => key === 'topology.kubernetes.io/zone',
    );
    if (
      (wanted?.operator === 'In' && !wanted.values.includes(zone)) ||
      (wanted?.operator === 'NotIn' && wanted.values.includes(zone))
    ) {
      return 'no';
    }
    if (!this.#zones) {
      return 'unknown';
    }
    return this.#zones.has(zone) ? 'yes' : 'no';
  }

  /** A node that the pool would start. */
  #node(): CandidateNode {
    const { pool } = this;
    return {
      label: key =>
        key === 'kubernetes.io/os' ? { value: 'linux' } : poolLabel(pool, key),
      taints: pool.taints,
    };
  }

  #hasLeftFor(pod: PodFacts): Selected {
    const isWithin = (part: number) =>
      this.#asked.cpu + pod.cpu <= this.#left.cpu * part &&
      this.#asked.memory + pod.memory <= this.#left.memory * part;
    if (!isWithin(1)) {
      return 'no';
    }
    return isWithin(LIMIT_FOR_PODS) ? 'yes' : 'unknown';
  }

  #hasTypeFor({ cpu, memory, gpus }: PodFacts): Selected {
    // How many GPUs a type has is not in the data of the types.
    if (gpus > 0) {
      return 'unknown';
    }
    const { certain, possible } = launchableTypes(this.pool);
    const isSure = certain.some(
      ({ vcpus = 0, memoryMib = 0 }) =>
        cpu < vcpus && memory <= memoryMib * MIB * MEMORY_FOR_PODS,
    );
    if (isSure) {
      return 'yes';
    }
    const mayBe = [...certain, ...possible].some(
      ({ vcpus = LARGEST.vcpus, memoryMib = LARGEST.memory / MIB }) =>
        cpu < vcpus && memory <= memoryMib * MIB,
    );
    return mayBe ? 'unknown' : 'no';
  }
}

/** What a limit leaves; infinite without a limit that can be read. */
function leftOf(pool: NodePoolFacts, resource: 'cpu' | 'memory'): number {
  const limit = quantityToNumber(pool.limits[resource] ?? '');
  const used = quantityToNumber(pool.resources[resource] ?? '0') ?? 0;
  return limit === undefined ? Infinity : limit - used;
}
