import type { Knex } from 'knex';
import { Worker } from '../lib/worker';

/** An answer that is older says nothing of now: the replica may be paused. */
const FRESH_MS = 2_000;
/** A replica that is told to stop has so long; Kubernetes can be told so, too. */
const STOP_MS = 60_000;

/** What a replica is started with. */
export interface ReplicaOptions {
  knex: Knex.Config;
  clusters: { id: string; url: string; caData: string }[];
}

/** What a replica shows of a cluster. */
export interface ShownCluster {
  verdict: string;
  state: string;
}

/** One backend in a process of its own, which can be killed and paused. */
export class Replica {
  readonly #options: ReplicaOptions;
  #worker: Worker | undefined;
  #watched: { at: number; clusters: string[] } | undefined;
  #asking = false;

  constructor(options: ReplicaOptions) {
    this.#options = options;
  }

  /** @param aheadMs - how far its clock is ahead of the true time */
  async start(aheadMs = 0): Promise<void> {
    const worker = new Worker(require.resolve('./replicaWorker'));
    this.#worker = worker;
    this.#asking = false;
    await worker.call('start', { ...this.#options, aheadMs });
  }

  /** Asks which clusters it watches; does not wait for the answer. */
  ask(): void {
    const worker = this.#worker;
    if (!worker || this.#asking) {
      return;
    }
    this.#asking = true;
    worker
      .call<string[]>('watched')
      .then(clusters => {
        if (worker === this.#worker) {
          this.#watched = { at: performance.now(), clusters };
        }
      })
      // It was killed, or has not started.
      .catch(() => {})
      .finally(() => {
        if (worker === this.#worker) {
          this.#asking = false;
        }
      });
  }

  /** Whether it answered lately. */
  get answers(): boolean {
    const { at = -Infinity } = this.#watched ?? {};
    return performance.now() - at < FRESH_MS;
  }

  /** The clusters that it watches by its last answer, if that is fresh. */
  get watched(): string[] {
    return this.answers ? this.#watched?.clusters ?? [] : [];
  }

  async shown(cluster: string): Promise<ShownCluster | undefined> {
    return await this.#worker?.call('shown', cluster);
  }

  pause(): void {
    this.#worker?.signal('SIGSTOP');
  }

  resume(): void {
    this.#worker?.signal('SIGCONT');
  }

  async kill(): Promise<void> {
    const worker = this.#worker;
    this.#forget();
    await worker?.end();
  }

  /** Tells it to stop, and kills it if it does not. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    worker?.signal('SIGTERM');
    await worker?.ended(STOP_MS);
    this.#forget();
    await worker?.end();
  }

  #forget(): void {
    this.#worker = undefined;
    this.#watched = undefined;
  }
}
