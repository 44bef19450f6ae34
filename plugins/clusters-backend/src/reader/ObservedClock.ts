import type { ServerClock } from './responseHeaders';

/** The `Date` header has whole seconds, and an answer takes time to arrive. */
const SKEW_NOISE_MS = 5_000;

/** The server's clock as its answers report it. */
export class ObservedClock {
  /** The server's clock minus ours, in milliseconds. */
  skewMs = 0;
  /** Whether the server's clock showed an impossible time. */
  refused = false;

  /** @returns whether the known skew changed */
  observe(clock: ServerClock): boolean {
    if (clock === undefined) {
      return false;
    }
    const refused = clock === 'unbelievable';
    const skewMs = refused ? 0 : clock.skewMs;
    const moved = Math.abs(skewMs - this.skewMs) > SKEW_NOISE_MS;
    if (!moved && refused === this.refused) {
      return false;
    }
    this.skewMs = skewMs;
    this.refused = refused;
    return true;
  }
}
