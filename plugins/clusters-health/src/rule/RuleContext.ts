import type { Snapshot } from '../kinds';
import type { RoomTrend } from '../model/addresses/RoomTrend';
import { ClusterState } from '../model/ClusterState';
import { SECOND } from '../model/durations';
import type { Memory } from './memory';

/** A condition that stops holding for less than this has not ended. */
const GAP_MS = 60 * SECOND;
/**
 * A time this far in the future is invalid and not only a difference of clocks.
 */
const ABSURD_MS = 10 * 60 * SECOND;

/**
 * Whether a condition has lasted long enough: `unknown` requires a second look.
 */
export type Lasting = 'yes' | 'notYet' | 'unknown';

/**
 * The data that a rule may use: the cluster at one moment, and the memory of
 * earlier looks.
 *
 * @public
 */
export class RuleContext extends ClusterState {
  /** Whether an object has a condition with a start time in the future. */
  sawAbsurdTime = false;
  readonly #heldNow: Record<string, { since: number; last: number }> = {};

  constructor(
    snapshot: Snapshot,
    now: number,
    /** Undefined at the first look. */
    readonly memory: Memory | undefined,
    /**
     * Earlier samples of the free addresses in subnets; undefined when none
     * were recorded.
     */
    readonly roomTrend?: RoomTrend,
  ) {
    super(snapshot, now);
  }

  /**
   * Records that a condition holds now and returns since when: the time in the
   * object or the time of the first look with the condition, whichever is
   * earlier. Interruptions of up to a minute do not count.
   *
   * @param key - identifies the condition, and is the same at every look
   * @param own - the time in the object, if there is one
   * @returns undefined when neither is known (first look)
   */
  heldSince(key: string, own?: number): number | undefined {
    const before = this.memory?.held[key];
    const continues =
      before !== undefined && this.now - before.last <= this.#gap();
    const seen = continues ? before.since : undefined;
    if (own !== undefined && own > this.now + ABSURD_MS) {
      this.sawAbsurdTime = true;
    }
    const ownTime = this.age(own) === undefined ? undefined : own;
    const known = [seen, ownTime].filter(
      (time): time is number => time !== undefined,
    );
    this.#heldNow[key] = {
      since: Math.min(this.now, ...known),
      last: this.now,
    };
    if (known.length > 0) {
      return Math.min(...known);
    }
    return this.memory ? this.now : undefined;
  }

  /**
   * Whether a condition that holds now has lasted for at least the threshold.
   */
  lasting(key: string, own: number | undefined, threshold: number): Lasting {
    const since = this.heldSince(key, own);
    if (since === undefined) {
      return 'unknown';
    }
    return this.now - since >= threshold ? 'yes' : 'notYet';
  }

  /**
   * Conditions for the next memory: those that hold now, and those interrupted
   * for less than the gap.
   */
  nextHeld(): Memory['held'] {
    const next: Memory['held'] = {};
    for (const [key, held] of Object.entries(this.memory?.held ?? {})) {
      if (this.now - held.last <= this.#gap()) {
        next[key] = held;
      }
    }
    return { ...next, ...this.#heldNow };
  }

  /**
   * Looks may be more than a minute apart: the time since the last look never
   * counts as an interruption.
   */
  #gap(): number {
    return Math.max(GAP_MS, this.now - (this.memory?.at ?? this.now));
  }
}
