import { service, type Subnet } from '@clusterworks/kube-fixtures';
import type { PoolPlan } from '../plan/PoolPlan';
import type { ClusterState } from './ClusterState';
import { launchedFacts } from './createMachine';
import type { Disruption } from './Disruption';
import { fitsLimits } from './fitsLimits';
import type { ClaimedMachine } from './Machine';
import type { Machines } from './Machines';
import type { LiveWorkload, PodModel } from './PodModel';
import type { Pods } from './Pods';
import { podSubject } from './subjectOf';

/** Time between two checks of a pool that is at its limit. */
const LIMIT_RETRY_MS = 5 * 60_000;

/** Pods that fit on one node beside the DaemonSets'. */
const PODS_PER_NODE = 6;

type OnReady = (machine: ClaimedMachine) => void;

/** The workloads of the teams: long-running services and short jobs. */
export class Activity {
  #zone = 0;

  readonly #state: ClusterState;
  readonly #machines: Machines;
  readonly #pods: Pods;
  readonly #disruption: Disruption;

  constructor(
    state: ClusterState,
    machines: Machines,
    pods: Pods,
    disruption: Disruption,
  ) {
    this.#state = state;
    this.#machines = machines;
    this.#pods = pods;
    this.#disruption = disruption;
  }

  /** The pool that plain pods land on. */
  get generalPool(): PoolPlan | undefined {
    const { pools } = this.#state.plan;
    return pools.find(pool => !pool.gpu) ?? pools[0];
  }

  /** The zones in turn. */
  nextSubnet(): Subnet {
    const { subnets } = this.#state.plan;
    const subnet = subnets[this.#zone % subnets.length];
    this.#zone += 1;
    return subnet;
  }

  /** Starts the services, with one node in each zone. */
  begin(): void {
    const pool = this.generalPool;
    if (!pool) {
      return;
    }
    const zones = this.#state.plan.subnets.length;
    const web = this.service('web', 'shop', zones * 2);
    const api = this.service('api', 'shop', zones);
    for (let index = 0; index < zones; index += 1) {
      this.launchFor(pool, [
        ...this.#pods.createMany(web, 2),
        this.#pods.create(api),
      ]);
    }
    this.#state.timeline.after(90_000, () => this.#replaceOne(web));
  }

  /** Jobs every few minutes, each on a node of its own. */
  beginJobs(): void {
    const pool = this.generalPool;
    const report = this.service('report', 'batch', 0);
    const { random } = this.#state;
    if (pool) {
      this.#everySoOften(60_000, [5 * 60, 8 * 60], () =>
        this.#runJob(report, pool, {
          pods: random.integer(3, PODS_PER_NODE),
          seconds: random.integer(90, 240),
        }),
      );
    }
  }

  /** Starts a training job on GPUs from time to time. */
  beginTraining(): void {
    const gpu = this.#state.plan.pools.find(pool => pool.gpu);
    if (gpu) {
      const training = this.service('training', 'ml', 0, 1);
      this.#everySoOften(4 * 60_000, [25 * 60, 50 * 60], () =>
        this.#runJob(training, gpu, {
          pods: 1,
          seconds: this.#state.random.integer(4, 9) * 60,
        }),
      );
    }
  }

  /** The Deployment of a team: that of this name, made when there is none. */
  service(
    name: string,
    namespace: string,
    replicas: number,
    gpus?: number,
  ): LiveWorkload {
    return (
      this.#state.workloads.get(`${namespace}/${name}`) ??
      this.#pods.addWorkload(service(name, namespace, { replicas, gpus }))
    );
  }

  /** The requests of a NodeClaim for these pods, including DaemonSets. */
  requestsOf(pods: PodModel[]): Record<string, string> {
    const gpus = pods.reduce((sum, pod) => sum + (pod.workload.gpus ?? 0), 0);
    return {
      cpu: `${250 * pods.length + 150}m`,
      memory: `${512 * pods.length + 300}Mi`,
      ...(gpus > 0 && { 'nvidia.com/gpu': String(gpus) }),
      pods: String(pods.length + 3),
    };
  }

  /** Pods that no node has room for, and a node for them once limits allow. */
  launchFor(
    pool: PoolPlan,
    pods: PodModel[],
    onReady: OnReady = () => {},
  ): void {
    pods.forEach(pod => this.#pods.wait(pod));
    if (!this.#hasRoom(pool)) {
      this.#waitForRoom(pool, pods, onReady);
      return;
    }
    const { claim } = this.#machines.launch(
      pool,
      this.nextSubnet(),
      this.requestsOf(pods),
      ready => {
        this.#stillThere(pods).forEach(pod => this.#pods.place(pod, ready));
        onReady(ready);
      },
    );
    pods.forEach(pod => this.#pods.nominate(pod, claim.name));
  }

  /** Changes how many pods a Deployment wants. */
  scale(workload: LiveWorkload, by: number): void {
    workload.replicas = Math.max(0, workload.replicas + by);
    workload.generation += 1;
    this.#state.publishWorkload(workload);
  }

  #stillThere(pods: PodModel[]): PodModel[] {
    return pods.filter(pod => this.#state.pods.has(pod) && !pod.deletedAt);
  }

  /** Whether Karpenter may launch one more node of a pool. */
  #hasRoom(pool: PoolPlan): boolean {
    const usage = this.#state.usage(pool.name, 'asked');
    return fitsLimits(pool, usage, launchedFacts(this.#state, pool));
  }

  /** The pool is at its limit: Karpenter says so, and looks again later. */
  #waitForRoom(pool: PoolPlan, pods: PodModel[], onReady: OnReady): void {
    for (const pod of pods) {
      this.#state.events.tell(podSubject(pod), {
        type: 'Warning',
        reason: 'FailedScheduling',
        message: `Failed to schedule pod, all available instance types exceed limits for nodepool (NodePool=${pool.name})`,
      });
    }
    this.#state.timeline.after(LIMIT_RETRY_MS, () => {
      const left = this.#stillThere(pods);
      if (left.length > 0) {
        this.launchFor(pool, left, onReady);
      }
    });
  }

  #everySoOften(
    firstMs: number,
    [least, most]: [number, number],
    run: () => void,
  ): void {
    const { random, timeline } = this.#state;
    timeline.after(firstMs, () => {
      run();
      const nextMs = random.integer(least, most) * 1000;
      this.#everySoOften(nextMs, [least, most], run);
    });
  }

  /** Runs a job for a while on its own node, which is removed with it. */
  #runJob(
    workload: LiveWorkload,
    pool: PoolPlan,
    job: { pods: number; seconds: number },
  ): void {
    if (!this.#hasRoom(pool)) {
      return;
    }
    this.scale(workload, job.pods);
    const pods = this.#pods.createMany(workload, job.pods);
    this.launchFor(pool, pods, ready =>
      this.#state.timeline.after(job.seconds * 1000, () => {
        this.scale(workload, -job.pods);
        pods.forEach(pod => this.#pods.end(pod));
        this.#disruption.considerConsolidation(ready);
      }),
    );
  }

  /** One pod of a service is replaced on the node where it was. */
  #replaceOne(workload: LiveWorkload): void {
    const { random, timeline } = this.#state;
    const running = this.#state
      .podsOf(workload)
      .filter(pod => pod.ready && !pod.machine?.claim?.deletedAt);
    const old = running[random.integer(0, Math.max(0, running.length - 1))];
    if (old?.machine) {
      this.#pods.place(this.#pods.create(workload), old.machine);
      this.#pods.end(old);
    }
    timeline.after(random.integer(45, 100) * 1000, () =>
      this.#replaceOne(workload),
    );
  }
}
