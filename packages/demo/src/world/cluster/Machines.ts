import {
  ciliumTaint,
  notReadyTaints,
  type PoolFacts,
  poolTemplate,
  type Subnet,
  type Taint,
} from '@clusterworks/kube-fixtures';
import type { PoolPlan } from '../plan/PoolPlan';
import type { ClusterState } from './ClusterState';
import { createClaimedMachine, createMachine } from './createMachine';
import type { ClaimedMachine, Machine } from './Machine';
import type { NodeNetwork } from './NodeNetwork';
import type { LiveWorkload } from './PodModel';
import type { Pods } from './Pods';
import { karpenterSubject, nodeSubject } from './subjectOf';

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

const systemTaints: Taint[] = [
  { key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' },
  ciliumTaint,
];

function poolTaints(pool: PoolFacts): Taint[] {
  const { taints = [], startupTaints = [] } = poolTemplate(pool);
  return [...taints, ...startupTaints];
}

/** Simulates how EC2, kubelet and Karpenter start machines. */
export class Machines {
  /** DaemonSets besides Cilium's agent. */
  daemonSets: LiveWorkload[] = [];

  readonly #state: ClusterState;
  readonly #pods: Pods;
  readonly #network: NodeNetwork;

  constructor(state: ClusterState, pods: Pods, network: NodeNetwork) {
    this.#state = state;
    this.#pods = pods;
    this.#network = network;
  }

  /** Karpenter creates a NodeClaim; the machine is there 40 seconds later. */
  launch(
    pool: PoolPlan,
    subnet: Subnet,
    requests: Record<string, string>,
    onReady: (machine: ClaimedMachine) => void,
  ): ClaimedMachine {
    const machine = createClaimedMachine(this.#state, subnet, pool, requests);
    this.#state.publishMachine(machine);
    const at = (milliseconds: number, run: () => void) =>
      this.#state.timeline.after(milliseconds, () => {
        if (this.#state.machines.has(machine) && !machine.claim.deletedAt) {
          run();
        }
      });
    at(launchTimes.launched, () => this.#launched(machine));
    at(launchTimes.registered, () => this.#registered(machine));
    this.#network.bringUp(machine, launchTimes.ciliumNode);
    at(launchTimes.initialized, () => this.#initialize(machine, onReady));
    const { gpus } = machine.instance.facts;
    if (gpus > 0) {
      at(launchTimes.gpus, () => {
        machine.node.gpus = gpus;
        this.#initialize(machine, onReady);
      });
    }
    return machine;
  }

  /**
   * EC2 refuses a launch: the NodeClaim is created and deleted within a
   * second, and only an Event remains of it. Returns the claim's name.
   */
  refuse(
    pool: PoolPlan,
    subnet: Subnet,
    requests: Record<string, string>,
    message: string,
  ): string {
    const state = this.#state;
    const machine = createClaimedMachine(state, subnet, pool, requests);
    const { claim } = machine;
    state.publishMachine(machine);
    state.events.tell(karpenterSubject('NodeClaim', claim), {
      type: 'Warning',
      reason: 'InsufficientCapacityError',
      message: `NodeClaim ${claim.name} event: ${message}`,
    });
    state.removeMachine(machine);
    return claim.name;
  }

  /** A node of the managed node group joins. */
  joinSystemNode(subnet: Subnet): void {
    const machine = createMachine(this.#state, subnet);
    this.#register(machine, systemTaints);
    this.#network.bringUp(machine, SYSTEM_CILIUM_MS);
  }

  /** Removes the machine and all pods on it. */
  remove(machine: Machine): void {
    for (const pod of this.#state.podsOn(machine)) {
      this.#state.removePod(pod);
    }
    this.#state.removeMachine(machine);
    this.#state.workloads.forEach(each => this.#state.publishWorkload(each));
  }

  #launched(machine: ClaimedMachine): void {
    const { claim } = machine;
    const { events, stamp } = this.#state;
    claim.launchedAt = stamp;
    this.#state.publishMachine(machine);
    const subject = karpenterSubject('NodeClaim', claim);
    events.tellTransition(subject, 'Launched');
    events.tell(subject, {
      type: 'Normal',
      reason: 'DisruptionBlocked',
      message: 'Nodeclaim does not have an associated node',
    });
  }

  #registered(machine: ClaimedMachine): void {
    const { claim } = machine;
    const { events, pools, stamp } = this.#state;
    claim.registeredAt = stamp;
    // The first node of a pool proves that its nodes can join.
    const pool = pools.get(claim.pool.name);
    if (pool) {
      pool.registrationHealthyAt ??= stamp;
    }
    this.#register(machine, poolTaints(claim.pool));
    events.tellTransition(karpenterSubject('NodeClaim', claim), 'Registered');
  }

  /** The kubelet writes the Node, and the DaemonSets' pods come to it. */
  #register(machine: Machine, taints: Taint[]): void {
    const { stamp } = this.#state;
    machine.node.registeredAt = stamp;
    machine.node.taints = [...taints, ...notReadyTaints(stamp)];
    this.#state.publishMachine(machine);
    if (this.#network.agent) {
      const agent = this.#pods.create(this.#network.agent);
      this.#pods.place(agent, machine, false);
    }
    for (const daemonSet of this.daemonSets) {
      this.#pods.place(this.#pods.create(daemonSet), machine);
    }
  }

  #initialize(
    machine: ClaimedMachine,
    onReady: (machine: ClaimedMachine) => void,
  ): void {
    const { claim, node, instance } = machine;
    const { events, stamp } = this.#state;
    if (node.networkReadyAt && node.gpus === instance.facts.gpus) {
      node.initialized = true;
      claim.initializedAt = stamp;
    } else if (node.networkReadyAt) {
      claim.initializing = {
        reason: 'ResourceNotRegistered',
        message: 'Resource "nvidia.com/gpu" was requested but not registered',
      };
    }
    this.#state.publishMachine(machine);
    if (node.initialized) {
      const subject = karpenterSubject('NodeClaim', claim);
      events.tellTransition(subject, 'Initialized');
      events.tellTransition(subject, 'Ready');
      events.tell(nodeSubject(machine), {
        type: 'Normal',
        reason: 'DisruptionBlocked',
        message: 'Node is nominated for a pending pod',
      });
      onReady(machine);
    }
  }
}
