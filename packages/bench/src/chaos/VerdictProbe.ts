import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from '../lib/worker';
import { ClusterTurns } from './ClusterTurns';
import type { Replica } from './Replica';

const POLL_MS = 250;
/** A replica that is paused does not answer. */
const ANSWER_MS = 1_000;
/** A change that is not shown for so long never will be. */
const GIVE_UP_MS = 120_000;

/**
 * Makes one cluster after another critical and healthy again, and waits each
 * time until every running replica shows it.
 */
export class VerdictProbe {
  /** How often each cluster was shown as critical. */
  readonly criticals = new Map<string, number>();
  /** The longest time until all running replicas showed a change. */
  slowestMs = 0;
  /** Changes that some replica did not show. */
  notShown = 0;
  readonly #fleet: Worker;
  readonly #replicas: readonly Replica[];
  #stopped = false;

  constructor(fleet: Worker, replicas: readonly Replica[]) {
    this.#fleet = fleet;
    this.#replicas = replicas;
  }

  /** The changes that all running replicas showed. */
  get changes(): number {
    return [...this.criticals.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Goes on until `stop`, and leaves every cluster healthy. */
  async run(clusters: readonly string[]): Promise<void> {
    const turns = new ClusterTurns(clusters);
    while (!this.#stopped) {
      const id = turns.next(performance.now());
      if (id === undefined) {
        await sleep(POLL_MS);
        continue;
      }
      await this.#fleet.call('setKarpenter', { id, runs: false });
      if (await this.#shown(id, verdict => verdict === 'critical')) {
        this.criticals.set(id, (this.criticals.get(id) ?? 0) + 1);
      }
      await this.#fleet.call('setKarpenter', { id, runs: true });
      await this.#shown(id, verdict => verdict === 'healthy');
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  async #shown(
    id: string,
    expected: (verdict: string) => boolean,
  ): Promise<boolean> {
    const started = performance.now();
    while (performance.now() - started < GIVE_UP_MS) {
      const running = this.#replicas.filter(({ answers }) => answers);
      const verdicts = await Promise.all(
        running.map(replica => verdictOf(replica, id)),
      );
      if (running.length > 0 && verdicts.every(expected)) {
        this.slowestMs = Math.max(this.slowestMs, performance.now() - started);
        return true;
      }
      await sleep(POLL_MS);
    }
    this.notShown += 1;
    return false;
  }
}

async function verdictOf(replica: Replica, id: string): Promise<string> {
  const answer = replica.shown(id).catch(() => undefined);
  const shown = await Promise.race([
    answer,
    sleep(ANSWER_MS).then(() => undefined),
  ]);
  return shown?.verdict ?? 'no answer';
}
