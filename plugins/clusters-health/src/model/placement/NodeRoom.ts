import { type NodeFacts, type PodFacts, quantityToNumber } from '../../kinds';

/** What a pod takes of a node. */
type Amounts = Pick<PodFacts, 'cpu' | 'memory' | 'gpus'>;

/** What is free on a node for further pods. */
export class NodeRoom {
  readonly node: NodeFacts;
  #cpu: number;
  #memory: number;
  #gpus: number;
  #pods: number;

  /**
   * @param pods - those on the node
   *
   * @returns undefined when the node does not report what it has
   */
  static of(node: NodeFacts, pods: readonly PodFacts[]): NodeRoom | undefined {
    const amount = (resource: string) =>
      quantityToNumber(node.allocatable[resource] ?? '');
    const cpu = amount('cpu');
    const memory = amount('memory');
    if (cpu === undefined || memory === undefined) {
      return undefined;
    }
    const gpus = amount('nvidia.com/gpu') ?? 0;
    const room = new NodeRoom(node, {
      ...{ cpu, memory, gpus },
      pods: amount('pods') ?? Infinity,
    });
    for (const pod of pods) {
      // Pods that have ended reserve nothing.
      if (pod.phase !== 'Succeeded' && pod.phase !== 'Failed') {
        room.take(pod);
      }
    }
    return room;
  }

  private constructor(node: NodeFacts, free: Amounts & { pods: number }) {
    this.node = node;
    this.#cpu = free.cpu;
    this.#memory = free.memory;
    this.#gpus = free.gpus;
    this.#pods = free.pods;
  }

  /** Cores that are free. */
  get cpu(): number {
    return this.#cpu;
  }

  holds({ cpu, memory, gpus }: Amounts): boolean {
    return (
      this.#pods >= 1 &&
      cpu <= this.#cpu &&
      memory <= this.#memory &&
      gpus <= this.#gpus
    );
  }

  take({ cpu, memory, gpus }: Amounts): void {
    this.#cpu -= cpu;
    this.#memory -= memory;
    this.#gpus -= gpus;
    this.#pods -= 1;
  }
}
