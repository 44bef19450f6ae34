import { Snapshot } from '../kinds';
import { ClusterState } from '../model/ClusterState';
import { SECOND } from '../model/durations';
import { Memory } from './memory';

/** A condition that is off for less than this has not ended (it flaps). */
const GAP_MS = 60 * SECOND;
/** A time further ahead than this is no time of the past. */
const ABSURD_MS = 10 * 60 * SECOND;

/** Whether something lasts long enough: `unknown` needs a second look. */
export type Lasting = 'yes' | 'notYet' | 'unknown';

/**
 * What a rule may look at: a cluster at one moment, and what was remembered.
 *
 * @public
 */
export class RuleContext extends ClusterState {
  /** Whether a condition claimed to hold since a time that is still to come. */
  sawAbsurdTime = false;
  readonly #heldNow: Record<string, { since: number; last: number }> = {};

  constructor(
    snapshot: Snapshot,
    now: number,
    /** What was remembered; undefined at a first look. */
    readonly memory: Memory | undefined,
  ) {
    super(snapshot, now);
  }

  /**
   * Says that a condition holds now, and since when: the object's own time or
   * the time since when we have seen it, whichever is longer. Interruptions
   * of up to a minute do not count.
   *
   * @param key - names the condition, the same at every look
   * @param own - the time that the object itself gives, if any
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
    if (known.length > 0) return Math.min(...known);
    return this.memory ? this.now : undefined;
  }

  /** Whether a condition that holds now has lasted for the threshold. */
  lasting(key: string, own: number | undefined, threshold: number): Lasting {
    const since = this.heldSince(key, own);
    if (since === undefined) return 'unknown';
    return this.now - since >= threshold ? 'yes' : 'notYet';
  }

  /** Conditions for the next memory: those of now and those still in their gap. */
  nextHeld(): Memory['held'] {
    const next: Memory['held'] = {};
    for (const [key, held] of Object.entries(this.memory?.held ?? {})) {
      if (this.now - held.last <= this.#gap()) next[key] = held;
    }
    return { ...next, ...this.#heldNow };
  }

  /** Looks may be rarer than a minute: the last look never counts as a gap. */
  #gap(): number {
    return Math.max(GAP_MS, this.now - (this.memory?.at ?? this.now));
  }
}
