import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';
import { runToEnd, type Snapshot } from '@clusterworks/plugin-clusters-health';
import { ClusterReader, type ClusterTarget } from '../reader';
import type { ReaderGates, ReaderLimits } from '../reader';
import { isSettled } from '../assessment/isSettled';
import { toSnapshot } from '../assessment/toSnapshot';
import { connectionKey } from './connectionKey';
import { EarliestTimer } from './EarliestTimer';
import { firstReadPause } from './firstReadPause';
import { judgingPause } from './judgingPause';
import type { AssessorMemory } from '../assessment/AssessorMemory';
import type { MutesOf } from '../mutes/MuteBoard';
import {
  ClusterAssessor,
  type AssessedCluster,
  type AssessmentExtensions,
} from '../assessment/ClusterAssessor';

/** Changes within this time are assessed together. */
const COALESCE_MS = 20;

/** The dependencies of a session. */
export interface ClusterSessionOptions {
  limits: ReaderLimits;
  gates: ReaderGates;
  /** What modules of the host add to an assessment. */
  extensions?: AssessmentExtensions;
  /** The mutes of findings; none when absent. */
  mutesOf?: MutesOf;
  now(): number;
  /** Determines how to reach the cluster; called when reading starts. */
  target(cluster: KnownCluster): ClusterTarget;
  /** The view that pages show of a cluster until now. */
  lastView(identity: string): ClusterView | undefined;
  onAssessed(session: ClusterSession, assessed: AssessedCluster): void;
  /** Called with an error of one cluster; other clusters are not affected. */
  onError(cluster: string, error: unknown): void;
}

/**
 * Reads one cluster, and assesses it from the moment on at which this backend
 * owns it.
 */
export class ClusterSession {
  readonly #options: ClusterSessionOptions;
  #assessor: ClusterAssessor;
  #cluster: KnownCluster;
  #reader: ClusterReader | undefined;
  /** Resolves when all previous readers have stopped. */
  #left: Promise<unknown> = Promise.resolve();
  #cannotConnect = false;
  readonly #timer = new EarliestTimer(() => this.assessSoon());
  #lastCostMs = 0;
  /** Time of the last assessment, by the monotonic clock. */
  #assessedAt = -Infinity;
  #settled = false;
  /** Whether any assessment has included all required kinds. */
  #sawRequired = false;
  /** Whether an assessment is queued or running. */
  #assessing = false;
  /** Whether something changed since that assessment started. */
  #changedMeanwhile = false;
  /** Number of the newest assessment: older ones are aborted. */
  #newest = 0;
  /** Whether this backend owns the cluster, and therefore assesses it. */
  #owned = false;
  #stopped = false;

  constructor(cluster: KnownCluster, options: ClusterSessionOptions) {
    this.#cluster = cluster;
    this.#options = options;
    this.#assessor = this.#createAssessor();
  }

  get cluster(): KnownCluster {
    return this.#cluster;
  }

  get memory(): AssessorMemory {
    return this.#assessor.memory;
  }

  /** Whether time alone is unlikely to change the assessment. */
  get settled(): boolean {
    return this.#settled;
  }

  /** Whether some kind is still being read for the first time. */
  get readingFirst(): boolean {
    return this.#reader?.readingFirst ?? false;
  }

  /** Whether everything was read, as far as the server lets it be read. */
  get isRead(): boolean {
    return !this.#reader || (this.#reader.connected && !this.readingFirst);
  }

  /** Whether kinds that a verdict requires are being read for the first time. */
  get waitsForVerdict(): boolean {
    return this.readingFirst && this.#reader?.requiredRead === false;
  }

  /** Time of the last assessment, in milliseconds of `performance.now()`. */
  get assessedAt(): number {
    return this.#assessedAt;
  }

  /** The objects as they are read now; absent for a cluster that is not read. */
  get snapshot(): Snapshot | undefined {
    const facts = this.#reader?.facts(Date.now());
    return facts && toSnapshot(this.#cluster, facts);
  }

  /** Begins to read the cluster, which another backend still assesses. */
  prepare(): void {
    this.#connect();
  }

  /**
   * Assesses the cluster from now on, and begins to read it if it is not
   * prepared.
   *
   * @param memory - what the assessor of its last owner remembered
   */
  start(memory?: AssessorMemory): void {
    this.#assessor = this.#createAssessor(memory);
    this.#owned = true;
    if (this.#reader) {
      this.assessSoon();
    } else {
      this.#begin();
    }
  }

  /** Applies the catalog's current data; reconnects only when necessary. */
  update(cluster: KnownCluster): void {
    const before = this.#cluster;
    if (before === cluster) {
      return;
    }
    this.#cluster = cluster;
    if (connectionKey(before) !== connectionKey(cluster)) {
      this.#leave();
      this.#begin();
    } else if (JSON.stringify(before) !== JSON.stringify(cluster)) {
      this.assessSoon();
    }
  }

  /** Stops reading, and waits until nothing runs any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timer.stop();
    this.#leave();
    await this.#left;
  }

  #createAssessor(memory?: AssessorMemory): ClusterAssessor {
    const { extensions, mutesOf } = this.#options;
    return new ClusterAssessor(memory, extensions, mutesOf);
  }

  #begin(): void {
    this.#connect();
    if (this.#owned) {
      this.assess();
    }
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
        onChange: isFirstList => this.#schedule(isFirstList),
      });
      this.#reader.start();
      this.#cannotConnect = false;
    } catch (error) {
      // The next discovery retries: this cluster has no details now.
      const refusal = 'Its connection cannot be used; the log says why';
      this.#cluster = { ...this.#cluster, details: undefined, refusal };
      if (!this.#cannotConnect) {
        onError(this.#cluster.name, error);
      }
      this.#cannotConnect = true;
    }
  }

  /** Disconnects from the API server, without waiting for it. */
  #leave(): void {
    const stopping = this.#reader?.stop();
    this.#left = Promise.all([this.#left, stopping]).catch(error =>
      this.#options.onError(this.#cluster.name, error),
    );
    this.#reader = undefined;
  }

  /** Queues an assessment; calls during a running one cause one more. */
  assessSoon(): void {
    if (!this.#owned) {
      return;
    }
    if (this.#assessing) {
      this.#changedMeanwhile = true;
      return;
    }
    this.#assessing = true;
    const { work } = this.#options.gates;
    void work.run(this.#assessInSteps(), 'soon').finally(() => {
      this.#assessing = false;
      if (this.#changedMeanwhile) {
        this.#changedMeanwhile = false;
        this.#schedule();
      }
    });
  }

  /** Assesses at once; used when there is little to assess. */
  assess(): void {
    runToEnd(this.#assessInSteps());
  }

  /** Assesses in steps; never throws, stops when a newer one has started. */
  *#assessInSteps(): Generator<void, void> {
    this.#newest += 1;
    const number = this.#newest;
    const { now, lastView, onAssessed, onError } = this.#options;
    const { name, identity } = this.#cluster;
    let costMs = 0;
    try {
      const facts = this.#reader?.facts(Date.now());
      this.#sawRequired = this.#reader?.requiredRead ?? false;
      const steps = this.#assessor.assessInSteps(
        this.#cluster,
        facts,
        now(),
        () => lastView(identity),
      );
      for (;;) {
        if (this.#stopped || this.#newest !== number) {
          return;
        }
        const started = performance.now();
        const step = steps.next();
        if (step.done) {
          this.#settled = isSettled(step.value);
          onAssessed(this, step.value);
        }
        costMs += performance.now() - started;
        if (step.done) {
          break;
        }
        yield;
      }
    } catch (error) {
      onError(name, error);
    }
    this.#assessedAt = performance.now();
    this.#lastCostMs = costMs;
  }

  /** @param isFirstList - whether only a kind was listed for the first time */
  #schedule(isFirstList = false): void {
    if (this.#stopped || !this.#owned) {
      return;
    }
    const load = this.#options.gates.load.share;
    this.#timer.startIn(
      this.#waitsForMore()
        ? firstReadPause(isFirstList ? load : 0)
        : Math.max(
            COALESCE_MS,
            this.#assessedAt +
              judgingPause(this.#lastCostMs, load) -
              performance.now(),
          ),
    );
  }

  /** Whether to wait, because more kinds will be read soon. */
  #waitsForMore(): boolean {
    if (!this.#reader?.readingFirst) {
      return false;
    }
    const isFirstVerdict = this.#reader.requiredRead && !this.#sawRequired;
    return !isFirstVerdict;
  }
}
