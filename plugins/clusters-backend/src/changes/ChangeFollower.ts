import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  type ClusterPlace,
  findCreation,
  type PlatformRepositories,
  type PullProgress,
  readPullProgress,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ChangeProgress } from '@clusterworks/plugin-clusters-common';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { LRUCache } from 'lru-cache';
import type { FleetEntry, FleetStore } from '../fleet/FleetStore';
import { CallerBudget } from '../limits/CallerBudget';
import { CallerLimiter } from '../limits/CallerLimiter';
import { callerOf } from '../limits/callerOf';
import type { HistoryRetention } from '../history/HistoryPruner';
import type { HistoryStore } from '../history/HistoryStore';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import { appliedSince } from './appliedSince';
import { type ClusterProgress, progressOf } from './progressOf';

/** How long what GitHub said is taken as it was, for all who look. */
const FRESH_MS = 8_000;
/** Which pull request created a cluster changes only before its merge. */
const CREATION_FRESH_MS = 60_000;
const MAX_KEPT = 200;

/** A pull request of a platform repository. */
interface Place {
  repository: PlatformRepository;
  number: number;
}

/** Tells how far the changes of pull requests are. */
export class ChangeFollower {
  readonly #access: ClusterAccess;
  readonly #fleet: FleetStore;
  readonly #repositories: PlatformRepositories;
  readonly #integrations: ScmIntegrations;
  readonly #history: Pick<HistoryStore, 'becameHealthy'>;
  readonly #keepChangesMs: number;
  readonly #now: () => number;
  readonly #limiter = new CallerLimiter();
  readonly #budget = new CallerBudget();
  /** By repository and number; `none` changes no cluster. */
  readonly #pulls = new LRUCache<string, PullProgress | 'none'>({
    ...{ max: MAX_KEPT, ttl: FRESH_MS },
  });

  /** Numbers by repository and cluster. */
  readonly #creations = new LRUCache<string, number | 'none'>({
    ...{ max: MAX_KEPT, ttl: CREATION_FRESH_MS },
  });

  constructor(options: {
    access: ClusterAccess;
    fleet: FleetStore;
    repositories: PlatformRepositories;
    integrations: ScmIntegrations;
    history: Pick<HistoryStore, 'becameHealthy'>;
    retention: Pick<HistoryRetention, 'keepChangesMs'>;
    now(): number;
  }) {
    this.#access = options.access;
    this.#fleet = options.fleet;
    this.#repositories = options.repositories;
    this.#integrations = options.integrations;
    this.#history = options.history;
    this.#keepChangesMs = options.retention.keepChangesMs;
    this.#now = options.now;
  }

  /**
   * A cluster that the fleet has is told to whoever may see it. One that it does
   * not have yet is told to those who requested it, and to whoever may see all.
   *
   * @param url - address of the page of the pull request
   * @throws NotFoundError also for a change that the caller may not see
   */
  async follow(
    url: string,
    credentials: BackstageCredentials,
  ): Promise<ChangeProgress> {
    const visibility = await this.#access.visibilityFor(credentials);
    const place = this.#repositories.pullRequestAt(url);
    const hidden = new NotFoundError(`No change of a cluster at ${url}`);
    if (!place || visibility.seesNothing) {
      throw hidden;
    }
    const pull = await this.#read(place, callerOf(credentials));
    if (pull === 'none') {
      throw hidden;
    }
    const entry = this.#clusterOf(pull, place);
    const { userEntityRef } = credentials.principal as {
      userEntityRef?: string;
    };
    const maySee = entry
      ? visibility.sees(entry.cluster)
      : visibility.seesAll ||
        (userEntityRef !== undefined &&
          pull.requesters.includes(userEntityRef));
    if (!maySee) {
      throw hidden;
    }
    return progressOf(pull, entry && (await this.#progress(pull, entry)));
  }

  /**
   * How far the pull request is that created a cluster of the fleet.
   *
   * @throws NotFoundError for a cluster that the caller may not see, and for
   * one whose pull request is not known
   */
  async followCreation(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<ChangeProgress> {
    const visibility = await this.#access.visibilityFor(credentials);
    const entry = this.#fleet.get(name);
    if (!entry || !visibility.sees(entry.cluster)) {
      throw new NotFoundError(`No cluster "${name}"`);
    }
    const place = this.#repositories.locate(entry.cluster.location);
    const caller = callerOf(credentials);
    const number =
      place?.name === name ? await this.#creationOf(place, caller) : 'none';
    const pull =
      place && number !== 'none'
        ? await this.#read({ repository: place.repository, number }, caller)
        : 'none';
    if (pull === 'none') {
      throw new NotFoundError(`No pull request is known that created ${name}`);
    }
    return progressOf(pull, await this.#progress(pull, entry));
  }

  async #creationOf(
    place: ClusterPlace,
    caller: string,
  ): Promise<number | 'none'> {
    const { repository, environment, name } = place;
    const key = `${repository.url} ${environment}/${name}`;
    const kept = this.#creations.get(key);
    if (kept !== undefined) {
      return kept;
    }
    this.#budget.take(caller);
    const found = await this.#limiter.run(caller, () =>
      findCreation({ place, integrations: this.#integrations }),
    );
    this.#creations.set(key, found ?? 'none');
    return found ?? 'none';
  }

  async #progress(
    pull: PullProgress,
    { row, body, cluster }: FleetEntry,
  ): Promise<ClusterProgress> {
    const waitsFor = body.assessment()?.building?.waitsFor;
    const { appliedAt, identity } = cluster;
    const now = this.#now();
    const since = appliedSince(pull, now - this.#keepChangesMs);
    const healthyAt =
      since !== undefined && row.verdict === 'healthy'
        ? await this.#firstHealthy(identity, since, now)
        : undefined;
    return {
      row,
      ...(waitsFor ? { waitsFor } : {}),
      ...(appliedAt ? { appliedAt } : {}),
      ...(healthyAt ? { healthyAt } : {}),
    };
  }

  /** Undefined when the history has no such change, or is not readable now. */
  async #firstHealthy(
    identity: string,
    since: number,
    now: number,
  ): Promise<string | undefined> {
    const at = await this.#history
      .becameHealthy(identity, since, now)
      .catch(() => undefined);
    return at === undefined ? undefined : new Date(at).toISOString();
  }

  /**
   * The cluster that a pull request is about. One that only has its name, or has
   * it from a description that anybody may register, is another one.
   */
  #clusterOf(
    { cluster }: PullProgress,
    { repository }: Place,
  ): FleetEntry | undefined {
    const entry = this.#fleet.get(cluster);
    const found = this.#repositories.locate(entry?.cluster.location);
    return found?.repository.url === repository.url && found.name === cluster
      ? entry
      : undefined;
  }

  async #read(place: Place, caller: string): Promise<PullProgress | 'none'> {
    // Not by the address, which can be written in many ways.
    const key = `${place.repository.url} ${place.number}`;
    const kept = this.#pulls.get(key);
    if (kept) {
      return kept;
    }
    // Only what asks GitHub is counted.
    this.#budget.take(caller);
    const pull = await this.#limiter
      .run(caller, () =>
        readPullProgress({ ...place, integrations: this.#integrations }),
      )
      .catch((error: unknown) => {
        if (isError(error) && error.name === 'NotFoundError') {
          return 'none' as const;
        }
        throw error;
      });
    this.#pulls.set(key, pull);
    return pull;
  }
}
