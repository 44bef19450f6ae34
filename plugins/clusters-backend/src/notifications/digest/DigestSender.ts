import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FleetEntry, FleetStore } from '../../fleet/FleetStore';
import type { HistoryStore } from '../../history/HistoryStore';
import type { NotificationSender } from '../NotificationSender';
import type { Note } from '../NotificationState';
import { digestOf } from './digestOf';

const WEEK_MS = 7 * 86_400_000;
/** How often a notification is tried that cannot be sent. */
const ATTEMPTS = 10;
const PAUSE_MS = 30_000;

/** The dependencies of a {@link DigestSender}. */
export interface DigestSenderOptions {
  fleet: FleetStore;
  history: Pick<HistoryStore, 'changesOf'>;
  sender: NotificationSender;
  logger: LoggerService;
  now(): number;
  /** Waits until the next attempt; tests do not wait. */
  pause?(signal: AbortSignal): Promise<void>;
}

/** Sends each owner of clusters a summary of the last week. */
export class DigestSender {
  readonly #options: DigestSenderOptions;

  constructor(options: DigestSenderOptions) {
    this.#options = options;
  }

  /** Sends one notification to each owner for whom there is something to say. */
  async send(signal: AbortSignal): Promise<void> {
    const { logger } = this.#options;
    const notes = await this.#notes();
    let attempts = ATTEMPTS;
    let sent = 0;
    for (const note of notes) {
      const outcome = await this.#send(note, signal, attempts);
      sent += outcome.result === 'sent' ? 1 : 0;
      attempts = outcome.attempts;
      if (attempts === 0 || signal.aborted) {
        break;
      }
    }
    logger.info(
      `Sent the summary of the week to ${sent} of ${notes.length} owners`,
    );
  }

  async #notes(): Promise<Note[]> {
    const { fleet, history, now } = this.#options;
    const at = now();
    const { entries } = fleet;
    const changes = await history.changesOf(
      entries.map(({ cluster }) => cluster.identity),
      at - WEEK_MS,
      at,
    );
    return [...byOwner(entries)].flatMap(([owner, owned]) => {
      const clusters = owned.map(({ row, cluster, settledVerdict }) => ({
        // The row's own verdict is unknown for a moment after a restart.
        row: { ...row, verdict: settledVerdict ?? row.verdict },
        changes: changes.get(cluster.identity) ?? [],
      }));
      const digest = digestOf(owner, clusters, at);
      return digest ? [noteOf(owner, digest, at)] : [];
    });
  }

  /** Tries it as often as is left for all owners together. */
  async #send(
    note: Note,
    signal: AbortSignal,
    attempts: number,
  ): Promise<{ result: string; attempts: number }> {
    const { sender, pause = waitForNext } = this.#options;
    let left = attempts;
    while (left > 0 && !signal.aborted) {
      const result = await sender.send(note);
      if (result !== 'later') {
        return { result, attempts: left };
      }
      left -= 1;
      await pause(signal);
    }
    return { result: 'later', attempts: left };
  }
}

function byOwner(entries: readonly FleetEntry[]): Map<string, FleetEntry[]> {
  const owners = new Map<string, FleetEntry[]>();
  for (const entry of entries) {
    const { owner } = entry.row;
    if (owner) {
      owners.set(owner, [...(owners.get(owner) ?? []), entry]);
    }
  }
  return owners;
}

function noteOf(
  owner: string,
  digest: { title: string; description: string },
  at: number,
): Note {
  const day = new Date(at).toISOString().slice(0, 10);
  const hash = createHash('sha256').update(owner).digest('hex').slice(0, 32);
  return {
    ...{ recipient: owner, at },
    payload: {
      ...digest,
      // The fleet page reads its filter from `q`.
      link: `/clusters?q=${encodeURIComponent(`owner:"${owner}"`)}`,
      severity: 'normal',
      topic: 'clusters.digest',
      // Sent again on the same day, it updates the notification.
      scope: `clusters/digest/${hash}/${day}`,
    },
  };
}

async function waitForNext(signal: AbortSignal): Promise<void> {
  await sleep(PAUSE_MS, undefined, { signal }).catch(() => {});
}
