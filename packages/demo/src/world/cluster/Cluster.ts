import {
  ciliumAgent,
  ciliumConfig,
  ciliumEnvoy,
  ciliumOperator,
  coreDns,
  disruptionBudget,
  hubbleRelay,
  karpenterController,
  leaderLeases,
  namespace,
  podIdentityAgent,
  type Workload,
} from '@clusterworks/kube-fixtures';
import {
  clusterCustomKinds,
  customResourceDefinition,
} from '@clusterworks/kube-simulator';
import { Activity } from './Activity';
import { Beats } from './Beats';
import type { ClusterState } from './ClusterState';
import { Disruption } from './Disruption';
import { Karpenter } from './Karpenter';
import { Machines } from './Machines';
import { NodeNetwork } from './NodeNetwork';
import type { LiveWorkload } from './PodModel';
import { Pods } from './Pods';

const NAMESPACES = [
  'default',
  'kube-system',
  'kube-node-lease',
  'shop',
  'batch',
  'ml',
  'search',
];

/** One cluster: its state, and the simulated controllers that change it. */
export class Cluster {
  readonly pods: Pods;
  readonly network: NodeNetwork;
  readonly machines: Machines;
  readonly disruption: Disruption;
  readonly activity: Activity;
  readonly beats: Beats;

  constructor(readonly state: ClusterState, isCatchingUp: () => boolean) {
    this.pods = new Pods(state);
    this.network = new NodeNetwork(state, this.pods);
    this.machines = new Machines(state, this.pods, this.network);
    this.disruption = new Disruption(state, this.machines, this.pods);
    this.activity = new Activity(
      state,
      this.machines,
      this.pods,
      this.disruption,
    );
    this.beats = new Beats(state, isCatchingUp);
  }

  /** The Deployment of Karpenter's controller, once it has been applied. */
  get karpenter(): LiveWorkload | undefined {
    const { plan, workloads } = this.state;
    return workloads.get(`${plan.karpenterNamespace}/karpenter`);
  }

  /** Creates the cluster: from `terraform apply` to the first services. */
  boot(): void {
    const { state, network, pods } = this;
    const { store, timeline, plan, stamp } = state;
    for (const custom of clusterCustomKinds) {
      store.apply(customResourceDefinition(custom, stamp));
    }
    for (const name of new Set([...NAMESPACES, plan.karpenterNamespace])) {
      store.apply(namespace(name, stamp));
    }
    store.apply(ciliumConfig({ cluster: plan, createdAt: stamp }));
    network.agent = pods.addWorkload(ciliumAgent(plan));
    this.machines.daemonSets = [ciliumEnvoy(), podIdentityAgent(plan)].map(
      each => pods.addWorkload(each),
    );
    timeline.after(5_000, () => this.#joinSystemNodes());
    timeline.after(15_000, () => this.#runSystemWorkloads());
    timeline.after(25_000, () => new Karpenter(state).applyManifests());
    timeline.after(40_000, () => this.activity.begin());
  }

  #joinSystemNodes(): void {
    const { subnets, systemNodes } = this.state.plan;
    for (let index = 0; index < systemNodes; index += 1) {
      this.machines.joinSystemNode(subnets[index % subnets.length]);
    }
  }

  #runSystemWorkloads(): void {
    const { plan, timeline } = this.state;
    const operator = this.#run(ciliumOperator(plan));
    const karpenter = this.#run(karpenterController(plan));
    [coreDns(plan), ...(plan.hubble ? [hubbleRelay(plan)] : [])].forEach(each =>
      this.#run(each),
    );
    timeline.after(10_000, () => {
      this.beats.elect(karpenter, leaderLeases.karpenter);
      this.beats.elect(operator, leaderLeases.ciliumOperator);
    });
  }

  /** A Deployment with its pods, on the system nodes in turn. */
  #run(plan: Workload): LiveWorkload {
    const { machines, store, stamp } = this.state;
    const nodes = [...machines];
    const workload = this.pods.addWorkload(plan);
    this.pods
      .createMany(workload, plan.replicas)
      .forEach((pod, index) =>
        this.pods.place(pod, nodes[index % nodes.length]),
      );
    if (plan.replicas > 1) {
      const facts = { pods: plan.replicas, createdAt: stamp };
      store.apply(disruptionBudget(plan, facts));
    }
    return workload;
  }
}
