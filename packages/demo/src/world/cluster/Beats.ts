import { lease } from '@clusterworks/kube-fixtures';
import type { ClusterState } from './ClusterState';
import type { LiveWorkload } from './PodModel';

/** Leases are renewed every two seconds in life; this is often enough. */
const LEASE_MS = 5_000;
const NODE_LEASE_MS = 20_000;
const NODE_STATUS_MS = 5 * 60_000;

interface Leader {
  workload: LiveWorkload;
  lease: string;
  electedAt: string;
}

/** What beats in a cluster: leases of leaders and nodes, and kubelets' status. */
export class Beats {
  readonly #leaders: Leader[] = [];

  constructor(
    private readonly state: ClusterState,
    /** True while a past is lived through that nobody watches. */
    private readonly isCatchingUp: () => boolean,
  ) {
    const beat = (milliseconds: number, run: () => void) =>
      state.timeline.every(milliseconds, () => {
        if (!this.isCatchingUp()) {
          run();
        }
      });
    beat(LEASE_MS, () => this.renewLeaders());
    beat(NODE_LEASE_MS, () => this.#renewNodes());
    beat(NODE_STATUS_MS, () => this.#tellNodeStatus());
  }

  /** A workload whose first ready pod leads from now on. */
  elect(workload: LiveWorkload, name: string): void {
    const electedAt = this.state.stamp;
    this.#leaders.push({ workload, lease: name, electedAt });
    this.renewLeaders();
  }

  /** Everything beats once: after a past has been lived through. */
  beatAll(): void {
    this.renewLeaders();
    this.#renewNodes();
    this.#tellNodeStatus();
  }

  /** Whoever leads renews its Lease; where nobody is ready it stays as it was. */
  renewLeaders(): void {
    for (const { workload, lease: name, electedAt } of this.#leaders) {
      const leader = this.state
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
    for (const { name, node } of this.state.machines) {
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
    const renewedAt = new Date(this.state.timeline.now).toISOString();
    this.state.store.apply(lease(name, { ...facts, renewedAt }));
  }

  #tellNodeStatus(): void {
    for (const machine of this.state.machines) {
      machine.node.heartbeatAt = this.state.stamp;
      this.state.publishNode(machine);
    }
  }
}
