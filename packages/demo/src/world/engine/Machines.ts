import { awaiting, withCondition, withReady } from '../model/Condition';
import { instanceFacts } from '../model/instanceFacts';
import { Claim, Machine, Taint } from '../model/Machine';
import { PodModel, Workload } from '../model/Workload';
import { PoolPlan, Subnet, WorldPlan } from '../model/WorldPlan';
import { nodeClaimObject } from '../render/nodeClaimObject';
import { poolTemplate } from '../render/nodeLabels';
import { joiningConditions, networkedConditions } from './kubeletConditions';
import { Pods } from './Pods';
import { claimSubject, nodeSubject, WorldState } from './WorldState';

/** What a scenario may hold up. */
export interface MachineHooks {
  /** How far Cilium comes on a machine; `ready` unless a scenario says less. */
  ciliumGoal?(machine: Machine): Machine['cilium']['stage'];
}

/** When each step of a launch happens, in milliseconds after the claim. */
export const launchTimes = {
  launched: 2_000,
  registered: 28_000,
  ciliumNode: 31_000,
  interfaces: 32_500,
  addresses: 33_000,
  ciliumReady: 37_000,
  initialized: 39_000,
  gpus: 58_000,
};

const CLAIM_DEPENDENTS = ['Launched', 'Registered', 'Initialized'];
const notReadyTaint: Taint = {
  key: 'node.kubernetes.io/not-ready',
  effect: 'NoSchedule',
};

/** The maximum of pods that a NodeClass's kubelet settings leave. */
function maxPods(pool: PoolPlan, plan: WorldPlan, cpus: number, own: number) {
  const spec = plan.nodeClasses.find(({ name }) => name === pool.nodeClass)
    ?.spec as { kubelet?: { maxPods?: number; podsPerCore?: number } };
  const { maxPods: most = own, podsPerCore } = spec?.kubelet ?? {};
  return podsPerCore ? Math.min(most, podsPerCore * cpus) : most;
}

/** Brings machines to life: EC2, kubelet, Cilium and Karpenter in concert. */
export class Machines {
  hooks: MachineHooks = {};
  /** The DaemonSets whose pods run on every node. */
  daemonSets: { agent?: Workload; others: Workload[] } = { others: [] };

  constructor(
    private readonly state: WorldState,
    private readonly pods: Pods,
  ) {}

  /** A machine that EC2 will start; nothing is written yet. */
  create(options: {
    instanceType: string;
    subnet: Subnet;
    capacityType: 'spot' | 'on-demand';
    pool?: PoolPlan;
  }): Machine {
    const { random, plan, addresses } = this.state;
    const ip = addresses.book(options.subnet).take() ?? '0.0.0.0';
    const facts = instanceFacts(options.instanceType, plan.prefixDelegation);
    const domain =
      plan.region === 'us-east-1'
        ? 'ec2.internal'
        : `${plan.region}.compute.internal`;
    const machine: Machine = {
      instanceId: `i-0${random.hex(16)}`,
      instance: options.pool
        ? {
            ...facts,
            maxPods: maxPods(options.pool, plan, facts.cpus, facts.maxPods),
          }
        : facts,
      capacityType: options.capacityType,
      subnet: options.subnet,
      ip,
      nodeName: `ip-${ip.replace(/\./g, '-')}.${domain}`,
      bootId: random.uuid(),
      uids: { node: random.uuid(), cilium: random.uuid() },
      nodeConditions: [],
      taints: [],
      initialized: false,
      gpusRegistered: false,
      cilium: { stage: 'absent', enis: [], used: new Map() },
    };
    this.state.machines.add(machine);
    return machine;
  }

  /** Karpenter creates a NodeClaim; the machine is there 40 seconds later. */
  launch(
    pool: PoolPlan,
    subnet: Subnet,
    requests: Record<string, string>,
    onReady: (machine: Machine) => void,
  ): Machine & { claim: Claim } {
    const { random, stamp, timeline } = this.state;
    const claim: Claim = {
      name: `${pool.name}-${random.suffix()}`,
      uid: random.uuid(),
      pool: pool.name,
      nodeClass: pool.nodeClass,
      createdAt: stamp,
      conditions: ['Launched', 'Registered', 'Initialized', 'Ready'].map(type =>
        awaiting(type, stamp),
      ),
      requests,
    };
    const machine = Object.assign(
      this.create({
        instanceType: pool.instanceType,
        subnet,
        capacityType: pool.capacityType,
        pool,
      }),
      { claim },
    );
    this.setReady(claim);
    this.state.publishMachine(machine);
    const at = (milliseconds: number, run: () => void) =>
      timeline.after(milliseconds, () => {
        if (this.state.machines.has(machine) && !claim.deletedAt) {
          run();
        }
      });
    at(launchTimes.launched, () => this.launched(machine, claim));
    at(launchTimes.registered, () => this.registered(machine, pool));
    this.bringUpCilium(machine, launchTimes.ciliumNode);
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
   * an Event is its only trace (karpenter-observed 14).
   */
  refuse(
    pool: PoolPlan,
    subnet: Subnet,
    requests: Record<string, string>,
    message: string,
  ): string {
    const { random, stamp, plan, store, pools } = this.state;
    const claim: Claim = {
      name: `${pool.name}-${random.suffix()}`,
      uid: random.uuid(),
      pool: pool.name,
      nodeClass: pool.nodeClass,
      createdAt: stamp,
      conditions: ['Launched', 'Registered', 'Initialized', 'Ready'].map(type =>
        awaiting(type, stamp),
      ),
      requests,
    };
    const machine = this.create({
      instanceType: pool.instanceType,
      subnet,
      capacityType: pool.capacityType,
      pool,
    });
    const poolUid = pools.get(pool.name)?.uid ?? '';
    const object = nodeClaimObject(machine, claim, pool, plan, poolUid);
    store.apply(object);
    this.state.tell(claimSubject(claim.name, claim.uid), {
      type: 'Warning',
      reason: 'InsufficientCapacityError',
      message: `NodeClaim ${claim.name} event: ${message}`,
    });
    store.delete(object);
    this.state.addresses.terminate(machine);
    this.state.machines.delete(machine);
    return claim.name;
  }

  /** A node of the managed node group joins. */
  joinSystemNode(subnet: Subnet): Machine {
    const machine = this.create({
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
    this.bringUpCilium(machine, 3_000);
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
    this.setClaim(claim, 'Launched');
    claim.conditions = withCondition(
      claim.conditions,
      {
        type: 'Registered',
        status: 'Unknown',
        reason: 'NodeNotFound',
        message: 'Node not registered with cluster',
      },
      this.state.stamp,
    );
    this.setReady(claim);
    const subject = claimSubject(claim.name, claim.uid);
    this.state.publishMachine(machine);
    this.state.tellTransition(subject, 'Launched');
    this.state.tell(subject, {
      type: 'Normal',
      reason: 'DisruptionBlocked',
      message: 'Nodeclaim does not have an associated node',
    });
  }

  private registered(machine: Machine, pool: PoolPlan): void {
    const { claim } = machine;
    const template = poolTemplate(pool);
    this.register(machine, [
      ...((template.taints ?? []) as Taint[]),
      ...((template.startupTaints ?? []) as Taint[]),
    ]);
    if (claim) {
      this.setClaim(claim, 'Registered');
      this.explainInitialized(machine, claim);
      this.state.publishMachine(machine);
      this.state.tellTransition(
        claimSubject(claim.name, claim.uid),
        'Registered',
      );
      this.poolRegistersWell(claim.pool);
    }
  }

  /** The first node of a pool proves that its nodes can join. */
  private poolRegistersWell(name: string): void {
    const pool = this.state.pools.get(name);
    const known = pool?.conditions.find(
      ({ type }) => type === 'NodeRegistrationHealthy',
    );
    if (pool && known && known.status !== 'True') {
      pool.conditions = withCondition(
        pool.conditions,
        { type: 'NodeRegistrationHealthy', status: 'True' },
        this.state.stamp,
      );
      this.state.publishPool(name);
    }
  }

  private register(machine: Machine, taints: Taint[]): void {
    const { stamp } = this.state;
    machine.registeredAt = stamp;
    machine.nodeConditions = joiningConditions(stamp);
    machine.taints = [
      ...taints,
      notReadyTaint,
      { ...notReadyTaint, effect: 'NoExecute', timeAdded: stamp },
    ];
    this.state.publishMachine(machine);
    const { agent, others } = this.daemonSets;
    for (const daemonSet of agent ? [agent, ...others] : others) {
      const pod = this.pods.create(daemonSet);
      this.pods.place(pod, machine, daemonSet !== agent);
    }
  }

  /** Cilium's steps on a node, as far as the scenario lets them go. */
  private bringUpCilium(machine: Machine, firstStepMs: number): void {
    const steps: [Machine['cilium']['stage'], number][] = [
      ['created', 0],
      ['interfaces', 1_500],
      ['addresses', 2_000],
      ['ready', 6_000],
    ];
    const order = steps.map(([stage]) => stage);
    for (const [stage, delay] of steps) {
      this.state.timeline.after(firstStepMs + delay, () => {
        const goal = this.hooks.ciliumGoal?.(machine) ?? 'ready';
        const allowed = order.indexOf(stage) <= order.indexOf(goal);
        if (this.state.machines.has(machine) && allowed) {
          this.ciliumStep(machine, stage);
        }
      });
    }
  }

  /** Takes Cilium one step further on a node. */
  ciliumStep(machine: Machine, stage: Machine['cilium']['stage']): void {
    const { cilium } = machine;
    const { addresses, stamp } = this.state;
    cilium.stage = stage;
    if (stage === 'created') {
      cilium.createdAt = stamp;
      this.agentRuns(machine, false);
    } else if (stage === 'interfaces') {
      cilium.enis = [addresses.primaryEni(machine)];
    } else if (stage === 'addresses') {
      addresses.fill(machine);
    } else if (stage === 'ready') {
      addresses.assign(machine, 'router');
      addresses.assign(machine, 'health');
      machine.nodeConditions = networkedConditions(
        machine.nodeConditions,
        stamp,
      );
      machine.taints = machine.taints.filter(
        ({ key }) =>
          key !== 'node.cilium.io/agent-not-ready' && key !== notReadyTaint.key,
      );
      this.agentRuns(machine, true);
    }
    this.state.publishMachine(machine);
  }

  /** The Cilium agent of a machine, if it is there. */
  agentOf(machine: Machine): PodModel | undefined {
    return this.state
      .podsOn(machine)
      .find(pod => pod.workload === this.daemonSets.agent);
  }

  private agentRuns(machine: Machine, ready: boolean): void {
    const agent = this.agentOf(machine);
    if (agent) {
      agent.startedAt ??= this.state.stamp;
      this.pods.setReady(agent, ready);
    }
  }

  private setClaim(claim: Claim, type: string): void {
    claim.conditions = withCondition(
      claim.conditions,
      { type, status: 'True' },
      this.state.stamp,
    );
    this.setReady(claim);
  }

  private setReady(claim: Claim): void {
    claim.conditions = withReady(
      claim.conditions,
      CLAIM_DEPENDENTS,
      this.state.stamp,
    );
  }

  /** Says why a node is not initialized yet. */
  private explainInitialized(machine: Machine, claim: Claim): void {
    const networked = machine.cilium.stage === 'ready';
    const [reason, message] = networked
      ? [
          'ResourceNotRegistered',
          'Resource "nvidia.com/gpu" was requested but not registered',
        ]
      : ['NodeNotReady', 'Node status is NotReady'];
    claim.conditions = withCondition(
      claim.conditions,
      { type: 'Initialized', status: 'Unknown', reason, message },
      this.state.stamp,
    );
    this.setReady(claim);
  }

  private initialize(
    machine: Machine,
    claim: Claim,
    onReady: (machine: Machine) => void,
  ): void {
    const waitsForGpus = machine.instance.gpus > 0 && !machine.gpusRegistered;
    if (machine.cilium.stage !== 'ready' || waitsForGpus) {
      this.explainInitialized(machine, claim);
      this.state.publishMachine(machine);
      return;
    }
    machine.initialized = true;
    this.setClaim(claim, 'Initialized');
    this.state.publishMachine(machine);
    const subject = claimSubject(claim.name, claim.uid);
    this.state.tellTransition(subject, 'Initialized');
    this.state.tellTransition(subject, 'Ready');
    this.state.tell(nodeSubject(machine), {
      type: 'Normal',
      reason: 'DisruptionBlocked',
      message: 'Node is nominated for a pending pod',
    });
    onReady(machine);
  }
}
