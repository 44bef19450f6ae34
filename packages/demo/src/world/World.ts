import {
  clusterCustomKinds,
  customResourceDefinition,
  ObjectStore,
} from '@clusterworks/kube-simulator';
import { Activity } from './engine/Activity';
import { Beats } from './engine/Beats';
import { CiliumOnNodes } from './engine/CiliumOnNodes';
import { Disruption } from './engine/Disruption';
import { Reconciler } from './engine/Reconciler';
import { Machines } from './engine/Machines';
import { Pods } from './engine/Pods';
import { Random } from './engine/Random';
import { systemWorkloads } from './engine/systemWorkloads';
import { Timeline } from './engine/Timeline';
import { realClock, WorldClock } from './engine/WorldClock';
import { WorldState } from './engine/WorldState';
import { Workload } from './model/Workload';
import { WorldPlan } from './model/WorldPlan';
import {
  ciliumConfig,
  disruptionBudget,
  namespace,
} from './render/systemObjects';
import { Scenario, ScenarioName, scenarios } from './scenarios';

/** How much of a cluster's past is lived through at a start. */
const PAST_MS = 90 * 60_000;

/** From `terraform apply` until the first services run. */
const BIRTH_MS = 180_000;

/** Settings of a world. */
export interface WorldOptions {
  plan: WorldPlan;
  /** When the cluster came to be, in milliseconds since 1970. */
  bornAt: number;
  scenario: ScenarioName;
  clock?: WorldClock;
  /** The world's first resourceVersion follows this one. */
  resourceVersion?: number;
  seed?: string;
  /** Hears of a step that failed while the world goes on. */
  onError?: (error: unknown) => void;
  /** Called once its first services have been asked for. */
  whenBorn?: (world: World) => void;
}

/** One cluster that moves by itself, from its birth to now and on. */
export class World {
  readonly state: WorldState;
  readonly pods: Pods;
  readonly cilium: CiliumOnNodes;
  readonly machines: Machines;
  readonly reconciler: Reconciler;
  readonly disruption: Disruption;
  readonly activity: Activity;
  readonly beats: Beats;
  readonly system = new Map<string, Workload>();
  private readonly clock: WorldClock;
  private catchingUp = true;
  private cancel: (() => void) | undefined;

  constructor(private readonly options: WorldOptions) {
    this.clock = options.clock ?? realClock;
    const timeline = new Timeline(options.bornAt);
    const store = new ObjectStore({
      resourceVersion: options.resourceVersion,
      now: () => new Date(timeline.now),
    });
    const { adjustPlan } = scenarios[options.scenario] as Scenario;
    const plan = adjustPlan?.(options.plan) ?? options.plan;
    this.state = new WorldState(
      plan,
      store,
      timeline,
      new Random(options.seed ?? options.plan.name),
    );
    this.pods = new Pods(this.state);
    this.cilium = new CiliumOnNodes(this.state, this.pods);
    this.machines = new Machines(this.state, this.pods, this.cilium);
    this.reconciler = new Reconciler(this.state);
    this.disruption = new Disruption(this.state, this.machines, this.pods);
    this.activity = new Activity(
      this.state,
      this.machines,
      this.pods,
      this.disruption,
    );
    this.beats = new Beats(this.state, () => this.catchingUp);
    this.boot();
    this.catchUp();
  }

  get store(): ObjectStore {
    return this.state.store;
  }

  /** Lives until now, whatever the clock says that is. */
  advance(): void {
    this.state.timeline.advanceTo(this.clock.now());
  }

  /** Goes on by itself until stopped. */
  start(): void {
    try {
      this.advance();
    } catch (error) {
      // One step that fails must not end the whole demo.
      this.options.onError?.(error);
    }
    const next = this.state.timeline.nextAt;
    if (next !== undefined) {
      const wait = Math.max(50, next - this.clock.now());
      this.cancel = this.clock.after(wait, () => this.start());
    }
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  /** The past: the cluster's birth, and what has happened lately. */
  private catchUp(): void {
    const { state, clock, options } = this;
    const { timeline } = state;
    const now = clock.now();
    const born = timeline.now + BIRTH_MS;
    const scenario = scenarios[options.scenario];
    if (now - PAST_MS <= born) {
      timeline.after(BIRTH_MS, () => scenario.begin(this));
    } else {
      state.events.isLongAgo = true;
      timeline.advanceTo(born);
      timeline.skipTo(now - PAST_MS);
      state.events.isLongAgo = false;
      scenario.begin(this);
    }
    timeline.advanceTo(now);
    this.catchingUp = false;
    this.beats.beatAll();
  }

  /** How a cluster comes to be: from `terraform apply` to the first services. */
  private boot(): void {
    const { store, timeline, plan } = this.state;
    for (const custom of clusterCustomKinds) {
      store.apply(customResourceDefinition(custom, this.state.stamp));
    }
    const names = new Set([
      'default',
      'kube-system',
      'kube-node-lease',
      plan.karpenterNamespace,
      'shop',
      'batch',
      'ml',
      'search',
    ]);
    names.forEach(name => store.apply(namespace(name, this.state.stamp)));
    store.apply(ciliumConfig(plan, this.state.stamp));
    const { agent, daemonSets, deployments } = systemWorkloads(plan);
    this.cilium.agent = this.pods.addWorkload(agent);
    this.machines.daemonSets = daemonSets.map(each =>
      this.pods.addWorkload(each),
    );
    timeline.after(5_000, () => this.joinSystemNodes());
    timeline.after(15_000, () => this.runSystem(deployments));
    timeline.after(25_000, () => {
      const { karpenterNamespace } = plan;
      const karpenter = this.system.get(`${karpenterNamespace}/karpenter`);
      const operator = this.system.get('kube-system/cilium-operator');
      if (karpenter && operator) {
        this.beats.elect(karpenter, 'karpenter-leader-election');
        this.beats.elect(operator, 'cilium-operator-resource-lock');
      }
      this.reconciler.applyManifests();
    });
    timeline.after(40_000, () => {
      this.activity.begin();
      this.options.whenBorn?.(this);
    });
  }

  private joinSystemNodes(): void {
    const { subnets, systemNodes } = this.state.plan;
    for (let index = 0; index < systemNodes; index += 1) {
      this.machines.joinSystemNode(subnets[index % subnets.length]);
    }
  }

  private runSystem(
    deployments: ReturnType<typeof systemWorkloads>['deployments'],
  ): void {
    const nodes = [...this.state.machines];
    for (const plan of deployments) {
      const workload = this.pods.addWorkload(plan);
      this.system.set(`${plan.namespace}/${plan.name}`, workload);
      for (let index = 0; index < plan.replicas; index += 1) {
        const pod = this.pods.create(workload);
        this.pods.place(pod, nodes[index % nodes.length]);
      }
      if (plan.replicas > 1) {
        this.state.store.apply(
          disruptionBudget(plan, plan.replicas, this.state.stamp),
        );
      }
    }
  }
}
