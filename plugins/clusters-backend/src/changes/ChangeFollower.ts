import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  type PlatformRepositories,
  type PullProgress,
  readPullProgress,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ChangeProgress } from '@clusterworks/plugin-clusters-common';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { LRUCache } from 'lru-cache';
import type { FleetStore } from '../fleet/FleetStore';
import { CallerLimiter } from '../limits/CallerLimiter';
import { callerOf } from '../limits/callerOf';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import { progressOf } from './progressOf';

/** How long what GitHub said is taken as it was, for all who look. */
const FRESH_MS = 8_000;
const MAX_KEPT = 200;

/** Tells how far the changes of pull requests are. */
export class ChangeFollower {
  readonly #access: ClusterAccess;
  readonly #fleet: FleetStore;
  readonly #repositories: PlatformRepositories;
  readonly #integrations: ScmIntegrations;
  readonly #limiter = new CallerLimiter();
  readonly #pulls = new LRUCache<string, PullProgress>({
    ...{ max: MAX_KEPT, ttl: FRESH_MS },
  });

  constructor(options: {
    access: ClusterAccess;
    fleet: FleetStore;
    repositories: PlatformRepositories;
    integrations: ScmIntegrations;
  }) {
    this.#access = options.access;
    this.#fleet = options.fleet;
    this.#repositories = options.repositories;
    this.#integrations = options.integrations;
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
    const pull = await this.#limiter.run(callerOf(credentials), () =>
      this.#read(url, place),
    );
    const entry = this.#fleet.get(pull.cluster);
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
    const waitsFor = entry?.body.assessment()?.building?.waitsFor;
    return progressOf(
      pull,
      entry && { row: entry.row, ...(waitsFor ? { waitsFor } : {}) },
    );
  }

  async #read(
    url: string,
    place: { repository: PlatformRepository; number: number },
  ): Promise<PullProgress> {
    const kept = this.#pulls.get(url);
    if (kept) {
      return kept;
    }
    const pull = await readPullProgress({
      ...place,
      integrations: this.#integrations,
    });
    this.#pulls.set(url, pull);
    return pull;
  }
}
