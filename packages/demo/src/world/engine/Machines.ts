import { withCondition } from '../model/Condition';
import { Claim, Machine, Taint } from '../model/Machine';
import { Workload } from '../model/Workload';
import { PoolPlan, Subnet } from '../model/WorldPlan';
import { nodeClaimObject } from '../render/nodeClaimObject';
import { poolTemplate } from '../render/nodeLabels';
import { CiliumOnNodes } from './CiliumOnNodes';
import {
  claimAwaitsNode,
  claimNotInitialized,
  claimReached,
  newClaim,
} from './claimSteps';
import { createMachine } from './createMachine';
import { joiningConditions } from './kubeletConditions';
import { Pods } from './Pods';
import { claimSubject, nodeSubject } from './subjects';
import { WorldState } from './WorldState';

/** When each step of a launch happens, in milliseconds after the claim. */
const launchTimes = {
  launched: 2_000,
  registered: 28_000,
  ciliumNode: 31_000,
  initialized: 39_000,
  gpus: 58_000,
};

/** From the registration of a system node to its CiliumNode. */
const SYSTEM_CILIUM_MS = 3_000;

const notReady: Taint = {
  key: 'node.kubernetes.io/not-ready',
  effect: 'NoSchedule',
};

/** Brings machines to life: EC2, kubelet and Karpenter in concert. */
export class Machines {
  /** DaemonSets besides Cilium's agent. */
  daemonSets: Workload[] = [];

  constructor(
    private readonly state: WorldState,
    private readonly pods: Pods,
    readonly cilium: CiliumOnNodes,
  ) {}

  /** Karpenter creates a NodeClaim; the machine is there 40 seconds later. */
  launch(
    pool: PoolPlan,
    subnet: Subnet,
    requests: Record<string, string>,
    onReady: (machine: Machine) => void,
  ): Machine & { claim: Claim } {
    const claim = newClaim(this.state, pool, requests);
    const { instanceType, capacityType } = pool;
    const machine = Object.assign(
      createMachine(this.state, { instanceType, capacityType, subnet, pool }),
      { claim },
    );
    this.state.publishMachine(machine);
    const at = (milliseconds: number, run: () => void) =>
      this.state.timeline.after(milliseconds, () => {
        if (this.state.machines.has(machine) && !claim.deletedAt) {
          run();
        }
      });
    at(launchTimes.launched, () => this.launched(machine, claim));
    at(launchTimes.registered, () => this.registered(machine, claim, pool));
    this.cilium.bringUp(machine, launchTimes.ciliumNode);
    at(launchTimes.initialized, () => this.initialize(machine, claim, onReady));
    if (machine.instance.gpus > 0) {
      at(launchTimes.gpus, () => {
        machine.gpusRegistered = true;
        this.initialize(machine, claim, onReady);
      });
    }
    return machine;
  }

  /**
   * EC2 refuses a launch: the NodeClaim is there and gone within a second, and
   * an Event is its only trace (karpenter-observed 14). Answers the claim's name.
   */
  refuse(
    pool: PoolPlan,
    subnet: Subnet,
    requests: Record<string, string>,
    message: string,
  ): string {
    const { state } = this;
    const claim = newClaim(state, pool, requests);
    const { instanceType, capacityType } = pool;
    const machine = createMachine(state, {
      instanceType,
      capacityType,
      subnet,
      pool,
    });
    const poolUid = state.pools.get(pool.name)?.uid ?? '';
    const object = nodeClaimObject(machine, claim, pool, state.plan, poolUid);
    state.store.apply(object);
    state.events.tell(claimSubject(claim.name, claim.uid), {
      type: 'Warning',
      reason: 'InsufficientCapacityError',
      message: `NodeClaim ${claim.name} event: ${message}`,
    });
    state.store.delete(object);
    state.addresses.terminate(machine);
    state.machines.delete(machine);
    return claim.name;
  }

  /** A node of the managed node group joins. */
  joinSystemNode(subnet: Subnet): Machine {
    const machine = createMachine(this.state, {
      instanceType: this.state.plan.systemInstanceType,
      subnet,
      capacityType: 'on-demand',
    });
    this.register(machine, [
      { key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' },
      {
        key: 'node.cilium.io/agent-not-ready',
        value: 'true',
        effect: 'NoExecute',
      },
    ]);
    this.cilium.bringUp(machine, SYSTEM_CILIUM_MS);
    return machine;
  }

  /** The machine is gone with all that ran on it. */
  remove(machine: Machine): void {
    for (const pod of this.state.podsOn(machine)) {
      this.state.removePod(pod);
    }
    this.state.removeMachine(machine);
    this.state.workloads.forEach(each => this.state.publishWorkload(each));
  }

  private launched(machine: Machine, claim: Claim): void {
    const { state } = this;
    claimReached(claim, 'Launched', state.stamp);
    claimAwaitsNode(claim, state.stamp);
    state.publishMachine(machine);
    const subject = claimSubject(claim.name, claim.uid);
    state.events.tellTransition(subject, 'Launched');
    state.events.tell(subject, {
      type: 'Normal',
      reason: 'DisruptionBlocked',
      message: 'Nodeclaim does not have an associated node',
    });
  }

  private registered(machine: Machine, claim: Claim, pool: PoolPlan): void {
    const { state } = this;
    const template = poolTemplate(pool);
    this.register(machine, [
      ...((template.taints ?? []) as Taint[]),
      ...((template.startupTaints ?? []) as Taint[]),
    ]);
    claimReached(claim, 'Registered', state.stamp);
    claimNotInitialized(claim, machine, state.stamp);
    state.publishMachine(machine);
    state.events.tellTransition(
      claimSubject(claim.name, claim.uid),
      'Registered',
    );
    this.poolRegistersWell(claim.pool);
  }

  /** The first node of a pool proves that its nodes can join. */
  private poolRegistersWell(name: string): void {
    const pool = this.state.pools.get(name);
    const type = 'NodeRegistrationHealthy';
    const known = pool?.conditions.find(each => each.type === type);
    if (pool && known && known.status !== 'True') {
      pool.conditions = withCondition(
        pool.conditions,
        { type, status: 'True' },
        this.state.stamp,
      );
      this.state.publishPool(name);
    }
  }

  /** The kubelet writes the Node, and the DaemonSets' pods come to it. */
  private register(machine: Machine, taints: Taint[]): void {
    const { stamp } = this.state;
    machine.registeredAt = stamp;
    machine.nodeConditions = joiningConditions(stamp);
    machine.taints = [
      ...taints,
      notReady,
      { ...notReady, effect: 'NoExecute', timeAdded: stamp },
    ];
    this.state.publishMachine(machine);
    const { agent } = this.cilium;
    if (agent) {
      this.pods.place(this.pods.create(agent), machine, false);
    }
    for (const daemonSet of this.daemonSets) {
      this.pods.place(this.pods.create(daemonSet), machine);
    }
  }

  private initialize(
    machine: Machine,
    claim: Claim,
    onReady: (machine: Machine) => void,
  ): void {
    const { state } = this;
    const waitsForGpus = machine.instance.gpus > 0 && !machine.gpusRegistered;
    if (machine.cilium.stage !== 'ready' || waitsForGpus) {
      claimNotInitialized(claim, machine, state.stamp);
      state.publishMachine(machine);
      return;
    }
    machine.initialized = true;
    claimReached(claim, 'Initialized', state.stamp);
    state.publishMachine(machine);
    const subject = claimSubject(claim.name, claim.uid);
    state.events.tellTransition(subject, 'Initialized');
    state.events.tellTransition(subject, 'Ready');
    state.events.tell(nodeSubject(machine), {
      type: 'Normal',
      reason: 'DisruptionBlocked',
      message: 'Node is nominated for a pending pod',
    });
    onReady(machine);
  }
}
