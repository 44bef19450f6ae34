import { setTimeout as sleep } from 'node:timers/promises';
import { Coverage } from './Coverage';
import type { Replica } from './Replica';

const LOOK_MS = 500;
/** At the start, and for the fleet to become whole after a fault. */
const WHOLE_MS = 300_000;

/** Looks at all replicas again and again. */
export class Looks {
  fault = 'none';
  coverage: Coverage;
  readonly #replicas: readonly Replica[];
  readonly #clusters: readonly string[];
  readonly #timer = setInterval(() => this.#look(), LOOK_MS);
  #whole = false;

  constructor(replicas: readonly Replica[], clusters: readonly string[]) {
    this.#replicas = replicas;
    this.#clusters = clusters;
    this.coverage = new Coverage(clusters);
  }

  restart(): void {
    this.coverage = new Coverage(this.#clusters);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /**
   * Resolves when each cluster is watched once and all replicas answer; to
   * false when that takes too long.
   */
  async whole(): Promise<boolean> {
    const end = performance.now() + WHOLE_MS;
    for (;;) {
      const answering = this.#replicas.every(({ answers }) => answers);
      if (answering && this.#whole) {
        return true;
      }
      if (performance.now() > end) {
        return false;
      }
      await sleep(LOOK_MS);
    }
  }

  #look(): void {
    this.#whole = this.coverage.look(
      performance.now(),
      this.#replicas.map(({ watched }) => watched),
      this.fault,
    );
    this.#replicas.forEach(replica => replica.ask());
  }
}
