import { lease } from '@clusterworks/kube-fixtures';
import type { ClusterState } from './ClusterState';
import type { LiveWorkload } from './PodModel';

/**
 * Real leases are renewed every two seconds; this longer interval is enough
 * here.
 */
const LEASE_MS = 5_000;
const NODE_LEASE_MS = 20_000;
const NODE_STATUS_MS = 5 * 60_000;

interface Leader {
  workload: LiveWorkload;
  lease: string;
  electedAt: string;
}

/**
 * The heartbeats of a cluster: leases of leaders and nodes, and the kubelets'
 * status.
 */
export class Beats {
  readonly #leaders: Leader[] = [];

  readonly #state: ClusterState;
  readonly #isCatchingUp: () => boolean;

  constructor(
    state: ClusterState,
    /** True while the past is simulated, when no client watches. */
    isCatchingUp: () => boolean,
  ) {
    this.#state = state;
    this.#isCatchingUp = isCatchingUp;
    const beat = (milliseconds: number, run: () => void) =>
      state.timeline.every(milliseconds, () => {
        if (!this.#isCatchingUp()) {
          run();
        }
      });
    beat(LEASE_MS, () => this.renewLeaders());
    beat(NODE_LEASE_MS, () => this.#renewNodes());
    beat(NODE_STATUS_MS, () => this.#tellNodeStatus());
  }

  /** A workload whose first ready pod leads from now on. */
  elect(workload: LiveWorkload, name: string): void {
    const electedAt = this.#state.stamp;
    this.#leaders.push({ workload, lease: name, electedAt });
    this.renewLeaders();
  }

  /** Sends all heartbeats once, after the past has been simulated. */
  beatAll(): void {
    this.renewLeaders();
    this.#renewNodes();
    this.#tellNodeStatus();
  }

  /** The leader renews its Lease; without a ready pod the Lease stays as it is. */
  renewLeaders(): void {
    for (const { workload, lease: name, electedAt } of this.#leaders) {
      const leader = this.#state
        .podsOf(workload)
        .find(pod => pod.ready && !pod.deletedAt);
      if (leader) {
        this.#renew(name, {
          namespace: workload.namespace,
          holder: `${leader.name}_${leader.uid}`,
          createdAt: electedAt,
          acquiredAt: electedAt,
        });
      }
    }
  }

  #renewNodes(): void {
    for (const { name, node } of this.#state.machines) {
      if (node.registeredAt) {
        this.#renew(name, {
          namespace: 'kube-node-lease',
          holder: name,
          seconds: 40,
          createdAt: node.registeredAt,
        });
      }
    }
  }

  #renew(name: string, facts: Parameters<typeof lease>[1]): void {
    const renewedAt = new Date(this.#state.timeline.now).toISOString();
    this.#state.store.apply(lease(name, { ...facts, renewedAt }));
  }

  #tellNodeStatus(): void {
    for (const machine of this.#state.machines) {
      machine.node.heartbeatAt = this.#state.stamp;
      this.#state.publishNode(machine);
    }
  }
}
