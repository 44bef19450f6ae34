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
    const { pool } = this;
    if (pool.replicas !== undefined || isLeaving(pool)) {
      return { is: 'no', why: 'starts no nodes for pods' };
    }
    if (conditionOf(pool, 'Ready')?.status === 'False') {
      return { is: 'no', why: 'is not Ready' };
    }
    if (
      this.#asked.cpu + pod.cpu > this.#left.cpu ||
      this.#asked.memory + pod.memory > this.#left.memory
    ) {
      return { is: 'no', why: 'is at its limit' };
    }
    const isClose =
      this.#asked.cpu + pod.cpu > this.#left.cpu * LIMIT_FOR_PODS ||
      this.#asked.memory + pod.memory > this.#left.memory * LIMIT_FOR_PODS;
    const inZone = zone === undefined ? 'yes' : this.#offers(zone);
    if (inZone === 'no') {
      return { is: 'no', why: `starts no nodes in ${zone}` };
    }
    const selects = this.#selects(pod);
    if (selects === 'no') {
      return {
        is: 'no',
        why: 'has taints or labels that the pod does not accept',
      };
    }
    const size = this.#hasTypeFor(pod);
    if (size === 'no') {
      return { is: 'no', why: 'has no instance type that is large enough' };
    }
    if ([inZone, selects, size].includes('unknown')) {
      return { is: 'unknown', why: 'may or may not take it' };
    }
    return isClose
      ? { is: 'unknown', why: 'is close to its limit' }
      : { is: 'yes', why: '' };
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

  #selects(pod: PodFacts): Selected {
    const { pool } = this;
    const node: CandidateNode = {
      label: key =>
        key === 'kubernetes.io/os' ? { value: 'linux' } : poolLabel(pool, key),
      taints: pool.taints,
    };
    const { placement, tolerations } = pod;
    return placementSelects({ ...placement, tolerations }, node);
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
