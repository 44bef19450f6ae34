import type { FleetStore } from './FleetStore';
import type { ViewText } from './ViewText';

const INTERVAL_MS = 10_000;

/**
 * Compresses the views of calm clusters: those that did not change between two
 * passes. The view of a busy cluster would be compressed for nothing.
 */
export class ViewCompressor {
  readonly #fleet: Pick<FleetStore, 'entries'>;
  #seen = new WeakSet<ViewText>();
  #timer: NodeJS.Timeout | undefined;
  #running = false;

  constructor(fleet: Pick<FleetStore, 'entries'>) {
    this.#fleet = fleet;
  }

  start(): void {
    this.#timer = setInterval(() => this.#passAlone(), INTERVAL_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Compresses the views that were there in the last pass, one by one. */
  async pass(): Promise<void> {
    const before = this.#seen;
    this.#seen = new WeakSet();
    for (const { body } of this.#fleet.entries) {
      const { viewText } = body;
      if (viewText) {
        this.#seen.add(viewText);
        if (before.has(viewText)) {
          await viewText.compress();
        }
      }
    }
  }

  #passAlone(): void {
    if (!this.#running) {
      this.#running = true;
      // Zlib fails only without memory. The text stays as it is then.
      this.pass()
        .catch(() => {})
        .finally(() => {
          this.#running = false;
        });
    }
  }
}
