import type { CiliumStage } from '@clusterworks/kube-fixtures';
import type { ClusterState } from './ClusterState';
import type { Machine } from './Machine';
import type { LiveWorkload, PodModel } from './PodModel';
import type { Pods } from './Pods';

/** Milliseconds from the agent's first write to each stage. */
const steps: [CiliumStage, number][] = [
  ['created', 0],
  ['interfaces', 1_500],
  ['addresses', 2_000],
  ['ready', 6_000],
];

/** Taints that are removed once Cilium runs on a node. */
const passing = [
  'node.cilium.io/agent-not-ready',
  'node.kubernetes.io/not-ready',
];

/**
 * Simulates how Cilium's agent and operator set up the network of each node.
 */
export class NodeNetwork {
  /** Whether the operator serves new nodes; a scenario may switch this off. */
  operatorWorks = true;
  /** The DaemonSet of the agent. */
  agent: LiveWorkload | undefined;

  readonly #state: ClusterState;
  readonly #pods: Pods;

  constructor(state: ClusterState, pods: Pods) {
    this.#state = state;
    this.#pods = pods;
  }

  /** Starts all steps on a node at a given time. */
  bringUp(machine: Machine, firstStepMs: number): void {
    for (const [stage, delay] of steps) {
      this.#state.timeline.after(firstStepMs + delay, () => {
        const isAllowed = this.operatorWorks || stage === 'created';
        if (this.#state.machines.has(machine) && isAllowed) {
          this.#reach(stage, machine);
        }
      });
    }
  }

  /** The agent of a machine, if it is there. */
  agentOf(machine: Machine): PodModel | undefined {
    return this.#state.podsOn(machine).find(pod => pod.workload === this.agent);
  }

  #reach(stage: CiliumStage, machine: Machine): void {
    const { cilium } = machine;
    const { addresses, stamp } = this.#state;
    cilium.stage = stage;
    if (stage === 'created') {
      cilium.createdAt = stamp;
      this.#agentRuns(machine, false);
    } else if (stage === 'interfaces') {
      addresses.attach(machine);
    } else if (stage === 'addresses') {
      addresses.fill(machine);
    } else {
      this.#networkWorks(machine);
    }
    this.#state.publishMachine(machine);
  }

  #networkWorks(machine: Machine): void {
    const { addresses, stamp } = this.#state;
    const { node } = machine;
    addresses.assign(machine, 'router');
    addresses.assign(machine, 'health');
    node.networkReadyAt = stamp;
    node.taints = node.taints?.filter(({ key }) => !passing.includes(key));
    this.#agentRuns(machine, true);
  }

  #agentRuns(machine: Machine, ready: boolean): void {
    const agent = this.agentOf(machine);
    if (agent) {
      agent.startedAt ??= this.#state.stamp;
      this.#pods.setReady(agent, ready);
    }
  }
}
