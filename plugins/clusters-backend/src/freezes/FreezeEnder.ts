import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type ClusterPlace,
  lastRequester,
} from '@clusterworks/plugin-clusters-changes-node';
import { isPast } from './isPast';
import type { FleetEntry, FleetStore } from '../fleet/FleetStore';
import type { NotificationSender } from '../notifications/NotificationSender';
import { plainText } from '../notifications/plainText';
import type { FreezeEnd, FreezeOutcome } from './FreezeEnd';
import type { FreezeEndStore } from './FreezeEndStore';
import { freezeNote } from './freezeNote';
import { type FreezeEndOptions, openFreezeEnd } from './openFreezeEnd';

/** How long after a failure it is tried again. */
const AGAIN_MS = 10 * 60_000;
/** Ends of freezes that nobody has any more are forgotten after this time. */
const KEEP_MS = 90 * 24 * 3_600_000;
const MAX_PROBLEM = 500;

/** The dependencies of a {@link FreezeEnder}. */
export interface FreezeEnderOptions extends FreezeEndOptions {
  fleet: FleetStore;
  store: FreezeEndStore;
  /** Absent where nobody is notified. */
  sender: NotificationSender | undefined;
  /** Whether nothing may be written with the portal's own credentials. */
  requireScmUserCredentials: boolean;
  logger: LoggerService;
}

/**
 * Ends the freezes of disruption whose time has come, each with one pull
 * request, and tells owners and requesters. What was done is remembered in the
 * database: a pull request that a person closes is not opened again.
 */
export class FreezeEnder {
  readonly #options: FreezeEnderOptions;

  constructor(options: FreezeEnderOptions) {
    this.#options = options;
  }

  /** Looks at all clusters once. */
  async run(signal?: AbortSignal): Promise<void> {
    const { fleet, store, logger, now } = this.#options;
    for (const entry of fleet.entries) {
      const { frozenUntil, isLeaving, name } = entry.cluster;
      if (signal?.aborted) {
        return;
      }
      if (frozenUntil && !isLeaving && isPast(frozenUntil, now())) {
        await this.#end(entry, frozenUntil).catch(error =>
          logger.warn(`Could not end the freeze of ${name}`, error),
        );
      }
    }
    await store.forgetBefore(now() - KEEP_MS);
  }

  async #end(entry: FleetEntry, until: string): Promise<void> {
    const { store, repositories } = this.#options;
    const { identity, location } = entry.cluster;
    const place = repositories.locate(location);
    const known = await store.find(identity);
    const before = known?.until === until ? known : undefined;
    if (!place || place.name !== entry.cluster.name) {
      return;
    }
    const end = this.#isDue(before)
      ? await this.#attempt(entry, place, until, before)
      : before;
    if (end) {
      await this.#tell(end, entry);
    }
  }

  #isDue(before: FreezeEnd | undefined): boolean {
    return (
      before === undefined ||
      (before.outcome.state === 'failed' &&
        this.#options.now() - before.at >= AGAIN_MS)
    );
  }

  async #attempt(
    entry: FleetEntry,
    place: ClusterPlace,
    until: string,
    before: FreezeEnd | undefined,
  ): Promise<FreezeEnd | undefined> {
    const { store, logger, now } = this.#options;
    const outcome = await this.#outcome(entry, place);
    if (!outcome) {
      return undefined;
    }
    logger.info(
      `The freeze of ${entry.cluster.name} until ${until} is over: ${describe(
        outcome,
      )}`,
    );
    const isSaidAlready = before?.outcome.state === outcome.state;
    const end = {
      ...{ identity: entry.cluster.identity, until, outcome, at: now() },
      recipients: isSaidAlready
        ? before.recipients
        : await this.#recipients(entry, place),
    };
    await store.save(end);
    return end;
  }

  async #outcome(
    entry: FleetEntry,
    place: ClusterPlace,
  ): Promise<FreezeOutcome | undefined> {
    if (this.#options.requireScmUserCredentials) {
      return { state: 'asked' };
    }
    try {
      return await openFreezeEnd(entry, place, this.#options);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { state: 'failed', problem: plainText(text, MAX_PROBLEM) };
    }
  }

  /** The owner of the cluster, and who requested the freeze. */
  async #recipients(
    { cluster: { owner, name } }: FleetEntry,
    place: ClusterPlace,
  ): Promise<string[]> {
    const { integrations, logger, sender } = this.#options;
    if (!sender) {
      return [];
    }
    const requester = await lastRequester({
      ...{ place, integrations, operation: 'freeze' },
    }).catch(error => {
      logger.debug(`Nobody knows who froze ${name}`, error);
      return undefined;
    });
    return [...new Set([owner, requester])].filter(ref => ref !== undefined);
  }

  /** Tells those who were not told yet; who cannot be told is told later. */
  async #tell(end: FreezeEnd, { cluster }: FleetEntry): Promise<void> {
    const { sender, store } = this.#options;
    const left: string[] = [];
    for (const recipient of end.recipients) {
      const isLater =
        !sender?.ready ||
        (await sender.send(freezeNote(end, cluster, recipient))) === 'later';
      left.push(...(isLater ? [recipient] : []));
    }
    if (left.length < end.recipients.length) {
      await store.save({ ...end, recipients: left });
    }
  }
}

function describe(outcome: FreezeOutcome): string {
  switch (outcome.state) {
    case 'opened':
      return outcome.pullRequestUrl;
    case 'asked':
      return 'a person has to open the pull request';
    default:
      return outcome.problem;
  }
}
