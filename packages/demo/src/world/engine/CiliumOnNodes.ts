import { CiliumStage, Machine } from '../model/Machine';
import { PodModel, Workload } from '../model/Workload';
import { networkedConditions } from './kubeletConditions';
import { Pods } from './Pods';
import { WorldState } from './WorldState';

/** Milliseconds from the agent's first write to each stage (cilium-observed 1). */
const steps: [CiliumStage, number][] = [
  ['created', 0],
  ['interfaces', 1_500],
  ['addresses', 2_000],
  ['ready', 6_000],
];
const order = steps.map(([stage]) => stage);

/** Taints that go once Cilium runs on a node. */
const passing = [
  'node.cilium.io/agent-not-ready',
  'node.kubernetes.io/not-ready',
];

/** Agent and operator, as they bring the network to each node. */
export class CiliumOnNodes {
  /** How far Cilium comes on a machine; a scenario may say less. */
  goal: (machine: Machine) => CiliumStage = () => 'ready';
  /** The DaemonSet of the agent. */
  agent: Workload | undefined;

  constructor(
    private readonly state: WorldState,
    private readonly pods: Pods,
  ) {}

  /** Everything that happens on a node, from some time on. */
  bringUp(machine: Machine, firstStepMs: number): void {
    for (const [stage, delay] of steps) {
      this.state.timeline.after(firstStepMs + delay, () => {
        const isAllowed =
          order.indexOf(stage) <= order.indexOf(this.goal(machine));
        if (this.state.machines.has(machine) && isAllowed) {
          this.step(machine, stage);
        }
      });
    }
  }

  /** The agent of a machine, if it is there. */
  agentOf(machine: Machine): PodModel | undefined {
    return this.state.podsOn(machine).find(pod => pod.workload === this.agent);
  }

  private step(machine: Machine, stage: CiliumStage): void {
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
      this.networkWorks(machine);
    }
    this.state.publishMachine(machine);
  }

  private networkWorks(machine: Machine): void {
    const { addresses, stamp } = this.state;
    addresses.assign(machine, 'router');
    addresses.assign(machine, 'health');
    machine.nodeConditions = networkedConditions(machine.nodeConditions, stamp);
    machine.taints = machine.taints.filter(({ key }) => !passing.includes(key));
    this.agentRuns(machine, true);
  }

  private agentRuns(machine: Machine, ready: boolean): void {
    const agent = this.agentOf(machine);
    if (agent) {
      agent.startedAt ??= this.state.stamp;
      this.pods.setReady(agent, ready);
    }
  }
}
