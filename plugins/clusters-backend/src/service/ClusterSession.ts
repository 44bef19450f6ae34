import type { KnownCluster } from '../discovery/KnownCluster';
import { ClusterReader, type ClusterTarget } from '../reader';
import type { ProjectObject, ReaderGates, ReaderLimits } from '../reader';
import { Judge, type Judgement, type JudgeMemory } from './Judge';

/** Changes within this time are judged together. */
const COALESCE_MS = 100;
/** A cluster that takes long to judge is judged less often: 5 % at most. */
const COST_FACTOR = 20;

/** What a session needs besides its cluster. */
export interface ClusterSessionOptions {
  limits: ReaderLimits;
  gates: ReaderGates;
  project: ProjectObject;
  now(): number;
  /** How to reach the cluster; called when it is to be read. */
  target(cluster: KnownCluster): ClusterTarget;
  onJudgement(session: ClusterSession, judgement: Judgement): void;
  onError(cluster: string, error: unknown): void;
}

/** Reads and judges one cluster for as long as it is ours. */
export class ClusterSession {
  readonly #options: ClusterSessionOptions;
  readonly #judge: Judge;
  #cluster: KnownCluster;
  #reader: ClusterReader | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastCostMs = 0;
  #stopped = false;

  constructor(
    cluster: KnownCluster,
    options: ClusterSessionOptions,
    memory?: JudgeMemory,
  ) {
    this.#cluster = cluster;
    this.#options = options;
    this.#judge = new Judge(memory);
  }

  get cluster(): KnownCluster {
    return this.#cluster;
  }

  get memory(): JudgeMemory {
    return this.#judge.memory;
  }

  start(): void {
    if (this.#cluster.details) {
      const { limits, gates, project, target } = this.#options;
      this.#reader = new ClusterReader({
        target: target(this.#cluster),
        limits,
        gates,
        project,
        onChange: () => this.#schedule(),
      });
      this.#reader.start();
    }
    this.judge();
  }

  /** Takes what the catalog says now; connects anew only where it must. */
  async update(cluster: KnownCluster): Promise<void> {
    const before = this.#cluster;
    this.#cluster = cluster;
    if (connectionKey(before) !== connectionKey(cluster)) {
      await this.#reader?.stop();
      this.#reader = undefined;
      if (!this.#stopped) {
        this.start();
      }
    } else if (JSON.stringify(before) !== JSON.stringify(cluster)) {
      this.judge();
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#reader?.stop();
  }

  /** Judges now, because something changed or time went by. */
  judge(): void {
    if (this.#stopped) {
      return;
    }
    const { now, onJudgement, onError } = this.#options;
    const started = performance.now();
    try {
      const time = now();
      const facts = this.#reader?.facts(Date.now());
      const judgement = this.#judge.judge(this.#cluster, facts, time);
      onJudgement(this, judgement);
    } catch (error) {
      onError(this.#cluster.name, error);
    }
    this.#lastCostMs = performance.now() - started;
  }

  #schedule(): void {
    if (this.#timer || this.#stopped) {
      return;
    }
    const wait = Math.max(COALESCE_MS, this.#lastCostMs * COST_FACTOR);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.judge();
    }, wait);
    this.#timer.unref();
  }
}

function connectionKey({ details }: KnownCluster): string {
  return JSON.stringify(details ?? null);
}
