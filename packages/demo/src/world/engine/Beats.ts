import { Workload } from '../model/Workload';
import { lease } from '../render/systemObjects';
import { heartbeat } from './kubeletConditions';
import { WorldState } from './WorldState';

/** Leases are renewed every two seconds in life; this is often enough. */
const LEASE_MS = 5_000;
const NODE_LEASE_MS = 20_000;
const NODE_STATUS_MS = 5 * 60_000;

interface Leader {
  workload: Workload;
  lease: string;
  namespace: string;
  acquired: Date;
  created: string;
  holder?: string;
}

/** What beats in a cluster: leases of leaders and nodes, and kubelets' status. */
export class Beats {
  private readonly leaders: Leader[] = [];
  private readonly nodeLeases = new Map<string, string>();

  constructor(
    private readonly state: WorldState,
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
    beat(NODE_LEASE_MS, () => this.renewNodes());
    beat(NODE_STATUS_MS, () => this.tellNodeStatus());
  }

  /** A workload whose first ready pod leads from now on. */
  elect(workload: Workload, name: string): void {
    const acquired = new Date(this.state.timeline.now);
    this.leaders.push({
      workload,
      lease: name,
      namespace: workload.namespace,
      acquired,
      created: this.state.stamp,
    });
    this.renewLeaders();
  }

  /** Everything beats once: after a past has been lived through. */
  beatAll(): void {
    this.renewLeaders();
    this.renewNodes();
    this.tellNodeStatus();
  }

  /** Whoever leads renews its Lease; where nobody is ready it stays as it was. */
  renewLeaders(): void {
    for (const leader of this.leaders) {
      const pod = this.state
        .podsOf(leader.workload)
        .find(each => each.ready && !each.deletedAt);
      if (!pod) {
        // Nobody leads: holder and renewTime stay as they were.
        continue;
      }
      leader.holder = `${pod.name}_${pod.uid}`;
      this.state.store.apply(
        lease({
          name: leader.lease,
          namespace: leader.namespace,
          holder: leader.holder,
          seconds: 15,
          created: leader.created,
          acquired: leader.acquired,
          renewed: new Date(this.state.timeline.now),
        }),
      );
    }
  }

  private renewNodes(): void {
    for (const machine of this.state.machines) {
      if (machine.registeredAt) {
        const { nodeName } = machine;
        const created = this.nodeLeases.get(nodeName) ?? machine.registeredAt;
        this.nodeLeases.set(nodeName, created);
        this.state.store.apply(
          lease({
            name: nodeName,
            namespace: 'kube-node-lease',
            holder: nodeName,
            seconds: 40,
            created,
            renewed: new Date(this.state.timeline.now),
          }),
        );
      }
    }
  }

  private tellNodeStatus(): void {
    for (const machine of this.state.machines) {
      if (machine.registeredAt) {
        machine.nodeConditions = heartbeat(
          machine.nodeConditions,
          this.state.stamp,
        );
        this.state.publishNode(machine);
      }
    }
  }
}
