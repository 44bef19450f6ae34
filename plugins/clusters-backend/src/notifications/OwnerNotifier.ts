import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FleetEntry, FleetStore } from '../fleet/FleetStore';
import type { SessionManager } from '../sessions/SessionManager';
import type { ComponentOwners } from './ComponentOwners';
import type { ClusterConditions } from './Condition';
import { decideNotifications } from './decideNotifications';
import { lookAtCluster } from './lookAtCluster';
import type { NotificationPolicy } from './NotificationPolicy';
import type { NotificationSender } from './NotificationSender';
import {
  blankState,
  type Note,
  type NotificationState,
} from './NotificationState';
import type { NotificationStore } from './NotificationStore';

const TICK_MS = 2_000;
/** Days pass, and nodes wait longer, without any change of a cluster. */
const LOOK_AGAIN_MS = 5 * 60_000;
/** Notifications that could not be sent for longer are dropped. */
const UNSENT_MS = 24 * 3_600_000;
const MAX_UNSENT = 500;
/** Notifications that are sent in one run; the others follow. */
const MAX_SENT = 50;

/** The dependencies of an {@link OwnerNotifier}. */
export interface OwnerNotifierOptions {
  fleet: FleetStore;
  sessions: Pick<SessionManager, 'owned' | 'owns'>;
  store: NotificationStore;
  sender: NotificationSender;
  owners: ComponentOwners;
  policy: NotificationPolicy;
  logger: LoggerService;
  now(): number;
}

/** What this backend knows of the notifications of one of its clusters. */
interface Followed {
  state: NotificationState;
  /** What the database holds. */
  saved: string;
  look?: {
    revision: number;
    at: number;
    conditions: ClusterConditions | undefined;
  };
}

/**
 * Notifies owners of the clusters that this backend reads. What is decided is
 * stored before it is sent, so that after a crash it is sent again, as an update
 * of the same notification; without the database nothing is sent.
 */
export class OwnerNotifier {
  readonly #options: OwnerNotifierOptions;
  /** By identity of the cluster. */
  readonly #followed = new Map<string, Followed>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #failing = false;

  constructor(options: OwnerNotifierOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.run(), TICK_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Decides and sends; callers at the same time share one run. */
  run(): Promise<void> {
    this.#running ??= this.#run()
      .then(() => {
        this.#failing = false;
      })
      .catch(error => {
        if (!this.#failing) {
          this.#options.logger.warn(
            'Could not decide about notifications of owners',
            error,
          );
        }
        this.#failing = true;
      })
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async #run(): Promise<void> {
    const { fleet, sessions } = this.#options;
    await this.#follow(sessions.owned);
    for (const [identity, followed] of this.#followed) {
      const entry = fleet.find(identity);
      if (entry && this.#isDue(entry, followed)) {
        await this.#decide(identity, entry, followed);
        await yieldToOthers();
      }
    }
    await this.#sendAll();
  }

  /** Loads what was told of clusters that this backend reads since now. */
  async #follow(owned: readonly string[]): Promise<void> {
    const there = new Set(owned);
    for (const identity of this.#followed.keys()) {
      if (!there.has(identity)) {
        this.#followed.delete(identity);
      }
    }
    const fresh = owned.filter(identity => !this.#followed.has(identity));
    if (fresh.length === 0) {
      return;
    }
    const stored = await this.#options.store.load(fresh);
    for (const identity of fresh) {
      const state = { ...blankState(), ...stored.get(identity) };
      this.#followed.set(identity, { state, saved: textOf(state) });
    }
  }

  #isDue({ revision }: FleetEntry, { state, look }: Followed): boolean {
    return (
      look?.revision !== revision ||
      Object.keys(state.since).length > 0 ||
      this.#options.now() - look.at >= LOOK_AGAIN_MS ||
      this.#options.now() < look.at
    );
  }

  async #decide(
    identity: string,
    entry: FleetEntry,
    followed: Followed,
  ): Promise<void> {
    const { policy } = this.#options;
    const now = this.#options.now();
    const { revision } = entry;
    const isCurrent =
      followed.look?.revision === revision &&
      Math.abs(now - followed.look.at) < LOOK_AGAIN_MS;
    const look =
      isCurrent && followed.look
        ? followed.look
        : {
            revision,
            at: now,
            conditions: await this.#conditions(entry, followed),
          };
    const { state } = decideNotifications(
      followed.state,
      look.conditions,
      now,
      { cluster: { identity }, policy },
    );
    // Before it is stored nothing counts as told, so a failure changes nothing.
    await this.#keep(identity, followed, state);
    followed.look = look;
  }

  #conditions(
    entry: FleetEntry,
    { state }: Followed,
  ): Promise<ClusterConditions | undefined> {
    const open = Object.values(state.told).filter(({ resolved }) => !resolved);
    return lookAtCluster(entry, new Set(open.map(({ kind }) => kind)), {
      ...this.#options,
      now: this.#options.now(),
    });
  }

  async #keep(
    identity: string,
    followed: Followed,
    state: NotificationState,
  ): Promise<void> {
    const now = this.#options.now();
    const unsent = state.unsent
      .filter(({ at }) => now - at < UNSENT_MS)
      .slice(-MAX_UNSENT);
    const next = { ...state, unsent };
    const text = textOf(next);
    if (text !== followed.saved) {
      const { told } = next;
      const isOwn = await this.#options.store.save(
        identity,
        { told, unsent },
        now,
      );
      if (!isOwn) {
        this.#followed.delete(identity);
        return;
      }
    }
    followed.saved = text;
    followed.state = next;
  }

  async #sendAll(): Promise<void> {
    const { sender, sessions } = this.#options;
    let left = MAX_SENT;
    for (const [identity, followed] of [...this.#followed]) {
      const { unsent } = followed.state;
      if (unsent.length > 0 && sender.ready && sessions.owns(identity)) {
        const some = unsent.slice(0, left);
        const done = await this.#send(some);
        left -= done;
        if (done < some.length) {
          // Another cluster's turn comes first next time.
          this.#followed.delete(identity);
          this.#followed.set(identity, followed);
        }
        await this.#keep(identity, followed, {
          ...followed.state,
          unsent: unsent.slice(done),
        });
      }
      if (left === 0) {
        return;
      }
    }
  }

  /** @returns how many need not be sent any more */
  async #send(notes: readonly Note[]): Promise<number> {
    for (const [index, note] of notes.entries()) {
      if ((await this.#options.sender.send(note)) === 'later') {
        return index;
      }
    }
    return notes.length;
  }
}

function textOf({ told, unsent }: NotificationState): string {
  return JSON.stringify([told, unsent]);
}
