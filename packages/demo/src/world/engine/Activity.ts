import { instanceFacts } from '../model/instanceFacts';
import { Machine } from '../model/Machine';
import { PodModel, Workload } from '../model/Workload';
import { PoolPlan, Subnet } from '../model/WorldPlan';
import { Disruption } from './Disruption';
import { fitsLimits } from './fitsLimits';
import { Machines } from './Machines';
import { Pods } from './Pods';
import { podSubject } from './subjects';
import { WorldState } from './WorldState';

/** Between two looks at a pool that is at its limit. */
const LIMIT_RETRY_MS = 5 * 60_000;

/** Pods that fit on one node beside the DaemonSets'. */
const PODS_PER_NODE = 6;

/** What the teams do in a cluster: services that stay, jobs that come and go. */
export class Activity {
  private zone = 0;

  constructor(
    private readonly state: WorldState,
    private readonly machines: Machines,
    private readonly pods: Pods,
    private readonly disruption: Disruption,
  ) {}

  /** The pool that plain pods land on. */
  get generalPool(): PoolPlan | undefined {
    const { pools } = this.state.plan;
    return pools.find(pool => !pool.gpu) ?? pools[0];
  }

  /** The zones in turn. */
  nextSubnet(): Subnet {
    const { subnets } = this.state.plan;
    const subnet = subnets[this.zone % subnets.length];
    this.zone += 1;
    return subnet;
  }

  /** Services come up: one node in each zone. */
  begin(): void {
    const pool = this.generalPool;
    if (!pool) {
      return;
    }
    const zones = this.state.plan.subnets.length;
    const web = this.service('web', 'shop', zones * 2);
    const api = this.service('api', 'shop', zones);
    for (let index = 0; index < zones; index += 1) {
      this.launchFor(pool, [
        this.pods.create(web),
        this.pods.create(web),
        this.pods.create(api),
      ]);
    }
    this.state.timeline.after(90_000, () => this.replaceOne(web));
  }

  /** Jobs every few minutes, each on a node of its own. */
  beginJobs(): void {
    const report = this.service('report', 'batch', 0);
    this.state.timeline.after(60_000, () => this.runJob(report));
  }

  /** Now and then somebody trains a model. */
  beginTraining(): void {
    const gpu = this.state.plan.pools.find(pool => pool.gpu);
    if (gpu) {
      const training = this.service('training', 'ml', 0, 1);
      this.state.timeline.after(4 * 60_000, () =>
        this.runGpuJob(training, gpu),
      );
    }
  }

  /** A Deployment of a team. */
  service(
    name: string,
    namespace: string,
    replicas: number,
    gpus?: number,
  ): Workload {
    return this.pods.addWorkload({
      kind: 'Deployment',
      name,
      namespace,
      replicas,
      labels: { 'app.kubernetes.io/name': name },
      container: {
        name,
        image: `registry.example.com/${namespace}/${name}:1.${name.length}.0`,
        requests: { cpu: '250m', memory: '512Mi' },
      },
      tolerations: gpus ? [{ key: 'nvidia.com/gpu', operator: 'Exists' }] : [],
      ...(gpus && { gpus }),
    });
  }

  /** What a NodeClaim for these pods asks for, DaemonSets included. */
  requestsOf(pods: PodModel[]): Record<string, string> {
    const gpus = pods.reduce((sum, pod) => sum + (pod.workload.gpus ?? 0), 0);
    return {
      cpu: `${250 * pods.length + 150}m`,
      memory: `${512 * pods.length + 300}Mi`,
      ...(gpus > 0 && { 'nvidia.com/gpu': String(gpus) }),
      pods: String(pods.length + 3),
    };
  }

  /** Whether Karpenter may launch one more node of a pool. */
  hasRoom(pool: PoolPlan): boolean {
    const { prefixDelegation } = this.state.plan;
    const facts = instanceFacts(pool.instanceType, prefixDelegation);
    return fitsLimits(pool, this.state.usage(pool.name, 'asked'), facts);
  }

  /** Pods that no node has room for, and a node for them once limits allow. */
  launchFor(
    pool: PoolPlan,
    pods: PodModel[],
    onReady: (machine: Machine) => void = () => {},
  ): void {
    pods.forEach(pod => this.pods.wait(pod));
    if (!this.hasRoom(pool)) {
      this.wait(pool, pods, onReady);
      return;
    }
    const machine = this.machines.launch(
      pool,
      this.nextSubnet(),
      this.requestsOf(pods),
      ready => {
        pods
          .filter(pod => this.state.pods.has(pod) && !pod.deletedAt)
          .forEach(pod => this.pods.place(pod, ready));
        onReady(ready);
      },
    );
    pods.forEach(pod => this.pods.nominate(pod, machine.claim.name));
  }

  /** The pool is at its limit: Karpenter says so, and looks again later. */
  private wait(
    pool: PoolPlan,
    pods: PodModel[],
    onReady: (machine: Machine) => void,
  ): void {
    for (const pod of pods) {
      this.state.events.tell(podSubject(pod), {
        type: 'Warning',
        reason: 'FailedScheduling',
        message: `Failed to schedule pod, all available instance types exceed limits for nodepool (NodePool=${pool.name})`,
      });
    }
    this.state.timeline.after(LIMIT_RETRY_MS, () => {
      const left = pods.filter(
        pod => this.state.pods.has(pod) && !pod.deletedAt,
      );
      if (left.length > 0) {
        this.launchFor(pool, left, onReady);
      }
    });
  }

  /** Changes how many pods a Deployment wants. */
  scale(workload: Workload, replicas: number): void {
    workload.replicas = replicas;
    workload.generation += 1;
    this.state.publishWorkload(workload);
  }

  /** A job arrives, runs for some minutes on its own node, and is done. */
  private runJob(report: Workload): void {
    const { random, timeline } = this.state;
    const pool = this.generalPool;
    const count = random.integer(3, PODS_PER_NODE);
    if (pool && this.hasRoom(pool)) {
      this.scale(report, count);
      this.startJob(report, pool, count, random.integer(90, 240) * 1000);
    }
    timeline.after(random.integer(5 * 60, 8 * 60) * 1000, () =>
      this.runJob(report),
    );
  }

  private runGpuJob(training: Workload, pool: PoolPlan): void {
    const { random, timeline } = this.state;
    const durationMs = random.integer(4, 9) * 60_000;
    if (this.hasRoom(pool)) {
      this.scale(training, 1);
      this.startJob(training, pool, 1, durationMs);
    }
    timeline.after(random.integer(25, 50) * 60_000, () =>
      this.runGpuJob(training, pool),
    );
  }

  private startJob(
    workload: Workload,
    pool: PoolPlan,
    count: number,
    durationMs: number,
  ): void {
    const pods = Array.from({ length: count }, () =>
      this.pods.create(workload),
    );
    this.launchFor(pool, pods, ready =>
      this.state.timeline.after(durationMs, () => {
        this.scale(workload, Math.max(0, workload.replicas - count));
        pods.forEach(pod => this.pods.end(pod));
        this.disruption.considerConsolidation(ready, pool);
      }),
    );
  }

  /** One pod of a service is replaced on the node where it was. */
  private replaceOne(service: Workload): void {
    const { random, timeline } = this.state;
    const running = this.state
      .podsOf(service)
      .filter(pod => pod.ready && pod.machine && !pod.machine.claim?.deletedAt);
    const old = running[random.integer(0, Math.max(0, running.length - 1))];
    if (old?.machine) {
      const { machine } = old;
      this.pods.place(this.pods.create(service), machine);
      this.pods.end(old);
    }
    timeline.after(random.integer(45, 100) * 1000, () =>
      this.replaceOne(service),
    );
  }
}
