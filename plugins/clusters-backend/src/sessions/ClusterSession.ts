import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';
import { ClusterReader, type ClusterTarget } from '../reader';
import type { ReaderGates, ReaderLimits } from '../reader';
import {
  ClusterAssessor,
  type AssessedCluster,
  type AssessmentExtensions,
  type AssessorMemory,
} from '../assessment/ClusterAssessor';

/** Changes within this time are assessed together. */
const COALESCE_MS = 20;
/** Least time between two assessments of one cluster. */
const DISTANCE_MS = 100;
/** A cluster that takes long to assess is assessed less often: 5 % at most. */
const COST_FACTOR = 20;
/**
 * While kinds are still read for the first time, one look waits for them, but
 * none does for what is not required.
 */
const FIRST_READ_MS = 5_000;

/** What a session needs besides its cluster. */
export interface ClusterSessionOptions {
  limits: ReaderLimits;
  gates: ReaderGates;
  /** What modules of the host add to an assessment. */
  extensions?: AssessmentExtensions;
  now(): number;
  /** How to reach the cluster; called when it is to be read. */
  target(cluster: KnownCluster): ClusterTarget;
  /** What pages show of a cluster until now. */
  lastView(cluster: string): ClusterView | undefined;
  onAssessed(session: ClusterSession, assessed: AssessedCluster): void;
  /** Trouble with one cluster; the others go on. */
  onError(cluster: string, error: unknown): void;
}

/** Reads and assesses one cluster for as long as it is ours. */
export class ClusterSession {
  readonly #options: ClusterSessionOptions;
  readonly #assessor: ClusterAssessor;
  #cluster: KnownCluster;
  #reader: ClusterReader | undefined;
  /** Settles when all readers that were left are done. */
  #left: Promise<unknown> = Promise.resolve();
  #cannotConnect = false;
  #timer: NodeJS.Timeout | undefined;
  /** When the next assessment is due; infinite when none is. */
  #due = Infinity;
  #lastCostMs = 0;
  /** When it was last assessed, by the clock that only goes forward. */
  #assessedAt = -Infinity;
  #settled = false;
  /** Whether an assessment saw all required kinds. */
  #sawRequired = false;
  /** Whether an assessment waits for its turn. */
  #waiting = false;
  #stopped = false;

  constructor(
    cluster: KnownCluster,
    options: ClusterSessionOptions,
    memory?: AssessorMemory,
  ) {
    this.#cluster = cluster;
    this.#options = options;
    this.#assessor = new ClusterAssessor(memory, options.extensions);
  }

  get cluster(): KnownCluster {
    return this.#cluster;
  }

  get memory(): AssessorMemory {
    return this.#assessor.memory;
  }

  /**
   * Whether time alone is unlikely to change the assessment: nothing is wrong,
   * so no rule on durations is close to firing.
   */
  get settled(): boolean {
    return this.#settled;
  }

  /** When it was last assessed, in milliseconds of `performance.now()`. */
  get assessedAt(): number {
    return this.#assessedAt;
  }

  start(): void {
    this.#connect();
    this.assess();
  }

  /** Takes what the catalog says now; connects anew only where it must. */
  update(cluster: KnownCluster): void {
    const before = this.#cluster;
    if (before === cluster) {
      return;
    }
    this.#cluster = cluster;
    if (connectionKey(before) !== connectionKey(cluster)) {
      this.#leave();
      this.start();
    } else if (JSON.stringify(before) !== JSON.stringify(cluster)) {
      this.assess();
    }
  }

  /** Waits until nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#leave();
    await this.#left;
  }

  #connect(): void {
    if (!this.#cluster.details) {
      return;
    }
    const { limits, gates, target, onError } = this.#options;
    try {
      this.#reader = new ClusterReader({
        target: target(this.#cluster),
        limits,
        gates,
        onChange: () => this.#schedule(),
      });
      this.#reader.start();
      this.#cannotConnect = false;
    } catch (error) {
      // The next discovery tries again, since this one has no details.
      const refusal = 'Its connection cannot be used; the log says why';
      this.#cluster = { ...this.#cluster, details: undefined, refusal };
      if (!this.#cannotConnect) {
        onError(this.#cluster.name, error);
      }
      this.#cannotConnect = true;
    }
  }

  /** Leaves the API server, without waiting for it. */
  #leave(): void {
    const stopping = this.#reader?.stop();
    this.#left = Promise.all([this.#left, stopping]).catch(error =>
      this.#options.onError(this.#cluster.name, error),
    );
    this.#reader = undefined;
  }

  /** Assesses in its turn, because time went by; asked twice, it does so once. */
  assessSoon(): void {
    if (this.#waiting) {
      return;
    }
    this.#waiting = true;
    const assess = () => {
      this.#waiting = false;
      this.assess();
      return { done: true, value: undefined } as const;
    };
    void this.#options.gates.work.run({ next: assess }, 'soon');
  }

  /** Assesses now, because something changed or time went by. */
  assess(): void {
    if (this.#stopped) {
      return;
    }
    const { now, lastView, onAssessed, onError } = this.#options;
    const { name } = this.#cluster;
    const started = performance.now();
    try {
      const time = now();
      const facts = this.#reader?.facts(Date.now());
      this.#sawRequired = this.#reader?.requiredRead ?? false;
      const assessed = this.#assessor.assess(this.#cluster, facts, time, () =>
        lastView(name),
      );
      this.#settled = isSettled(assessed);
      onAssessed(this, assessed);
    } catch (error) {
      onError(name, error);
    }
    this.#assessedAt = performance.now();
    this.#lastCostMs = this.#assessedAt - started;
  }

  #schedule(): void {
    if (this.#stopped) {
      return;
    }
    const now = performance.now();
    const due = this.#waitsForMore()
      ? now + FIRST_READ_MS
      : Math.max(now + COALESCE_MS, this.#assessedAt + this.#distance());
    if (due >= this.#due) {
      return;
    }
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#due = Infinity;
      this.assessSoon();
    }, due - now);
    this.#timer.unref();
  }

  /** Whether more is about to be read, and a look now would soon be old. */
  #waitsForMore(): boolean {
    if (!this.#reader?.readingFirst) {
      return false;
    }
    const isFirstVerdict = this.#reader.requiredRead && !this.#sawRequired;
    return !isFirstVerdict;
  }

  #distance(): number {
    return Math.max(DISTANCE_MS, this.#lastCostMs * COST_FACTOR);
  }
}

function isSettled({ row }: AssessedCluster): boolean {
  const { verdict, findings, connection } = row;
  return (
    verdict === 'healthy' &&
    findings.warning === 0 &&
    connection.state === 'live'
  );
}

function connectionKey({ details }: KnownCluster): string {
  return JSON.stringify(details ?? null);
}
