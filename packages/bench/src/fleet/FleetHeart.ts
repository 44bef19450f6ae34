import { type KubeObject, kubeTime } from '@clusterworks/kube-fixtures';
import type { ObjectStore } from '@clusterworks/kube-simulator';

/** The intervals of heartbeats in each cluster. */
export interface HeartRates {
  /** Between two status updates of one node; kubelets do it every 5 minutes. */
  nodeStatusMs: number;
  /** Between two renewals of a leader's Lease. */
  leaseMs: number;
}

const TICK_MS = 100;

/** An object with another status or spec, sharing all the rest. */
function beatNode(node: KubeObject, time: string): KubeObject {
  const status = node.status as { conditions: Record<string, unknown>[] };
  return {
    ...node,
    status: {
      ...status,
      conditions: status.conditions.map(condition => ({
        ...condition,
        lastHeartbeatTime: time,
      })),
    },
  };
}

/**
 * Sends the heartbeats of nodes and leaders of many clusters with one timer.
 */
export class FleetHeart {
  #timer: NodeJS.Timeout | undefined;
  #nodesDue = 0;
  #leasesDue = 0;
  #nextNode = 0;
  #nextLease = 0;
  readonly #nodes: string[];
  readonly #leases: KubeObject[];

  readonly #stores: ObjectStore[];
  readonly #rates: HeartRates;

  constructor(
    stores: ObjectStore[],
    template: KubeObject[],
    rates: HeartRates,
  ) {
    this.#stores = stores;
    this.#rates = rates;
    this.#nodes = template
      .filter(({ kind }) => kind === 'Node')
      .map(({ metadata }) => metadata.name);
    this.#leases = template.filter(
      ({ kind, metadata }) =>
        kind === 'Lease' && metadata.namespace !== 'kube-node-lease',
    );
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const { nodeStatusMs, leaseMs } = this.#rates;
    this.#nodesDue +=
      (this.#stores.length * this.#nodes.length * TICK_MS) / nodeStatusMs;
    this.#leasesDue +=
      (this.#stores.length * this.#leases.length * TICK_MS) / leaseMs;
    for (; this.#nodesDue >= 1; this.#nodesDue -= 1) {
      this.#beatNextNode();
    }
    for (; this.#leasesDue >= 1; this.#leasesDue -= 1) {
      this.#beatNextLease();
    }
  }

  /** One node of each cluster, then the next node of each. */
  #beatNextNode(): void {
    const store = this.#stores[this.#nextNode % this.#stores.length];
    const round = Math.floor(this.#nextNode / this.#stores.length);
    const node = store.get(
      'v1',
      'Node',
      this.#nodes[round % this.#nodes.length],
    );
    this.#nextNode += 1;
    if (node) {
      store.apply(beatNode(node, kubeTime(new Date())));
    }
  }

  #beatNextLease(): void {
    const store = this.#stores[this.#nextLease % this.#stores.length];
    const round = Math.floor(this.#nextLease / this.#stores.length);
    const { name, namespace } =
      this.#leases[round % this.#leases.length].metadata;
    const lease = store.get('coordination.k8s.io/v1', 'Lease', name, namespace);
    this.#nextLease += 1;
    if (lease) {
      store.apply({
        ...lease,
        spec: {
          ...(lease.spec as object),
          renewTime: `${new Date().toISOString().slice(0, -1)}000Z`,
        },
      });
    }
  }
}
