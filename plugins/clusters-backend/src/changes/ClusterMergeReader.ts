import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  type MergedPulls,
  type PlatformRepositories,
  readMergedPulls,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ClusterMerges } from '@clusterworks/plugin-clusters-common';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import type { KnownCluster } from '../discovery/KnownCluster';

const DAY_MS = 24 * 3_600_000;
/** How long what GitHub said is taken as it was, for all clusters and readers. */
const FRESH_MS = 2 * 60_000;
/** One that failed is asked again after this time. */
const RETRY_MS = 60_000;
/** A page does not wait longer for GitHub. */
const WAIT_MS = 2_000;
/** The bound of the answer. */
const MAX_MERGES = 100;

/** What is known of one repository. */
interface Known {
  last?: MergedPulls & { at: number };
  /** Why it was not asked again: it failed, or it cannot be asked at all. */
  failed?: { at: number; why: 'failed' | 'noRepository' };
  reading?: Promise<void>;
}

/**
 * Tells which pull requests of a cluster were merged within the last day. Each
 * repository is asked at most every two minutes, whoever looks at whichever of
 * its clusters; when its answer is late, the one before is told.
 */
export class ClusterMergeReader {
  readonly #repositories: PlatformRepositories;
  readonly #integrations: ScmIntegrations;
  readonly #logger: LoggerService;
  readonly #waitMs: number;
  readonly #now: () => number;
  /** By address and branch; the configuration bounds how many there are. */
  readonly #known = new Map<string, Known>();

  constructor(options: {
    repositories: PlatformRepositories;
    integrations: ScmIntegrations;
    logger: LoggerService;
    waitMs?: number;
    now(): number;
  }) {
    this.#repositories = options.repositories;
    this.#integrations = options.integrations;
    this.#logger = options.logger;
    this.#waitMs = options.waitMs ?? WAIT_MS;
    this.#now = options.now;
  }

  /** Never rejects: what cannot be read is missing, and why is told. */
  async read({
    name,
    location,
  }: Pick<KnownCluster, 'name' | 'location'>): Promise<ClusterMerges> {
    const place = this.#repositories.locate(location);
    const since = this.#now() - DAY_MS;
    if (place?.name !== name) {
      return { cluster: name, merges: [], missing: 'noRepository' };
    }
    const known = await this.#askIfDue(place.repository);
    const { last } = known;
    const all = (last?.pulls ?? []).filter(
      pull => pull.cluster === name && Date.parse(pull.mergedAt) >= since,
    );
    const missing = this.#missingOf(known, all.length);
    return {
      cluster: name,
      ...(last ? { readAt: new Date(last.at).toISOString() } : {}),
      merges: all
        .slice(0, MAX_MERGES)
        .map(({ cluster: _, mergedAt: at, ...pull }) => ({ ...pull, at })),
      ...(missing ? { missing } : {}),
    };
  }

  #missingOf(
    { last, failed, reading }: Known,
    count: number,
  ): ClusterMerges['missing'] {
    if (failed) {
      return failed.why;
    }
    // An answer that is a little older than it should be is still one.
    const isOld = !last || this.#now() - last.at > 2 * FRESH_MS;
    if (isOld) {
      return reading ? 'reading' : 'failed';
    }
    return last.isComplete && count <= MAX_MERGES ? undefined : 'tooMany';
  }

  async #askIfDue(repository: PlatformRepository): Promise<Known> {
    const key = `${repository.url} ${repository.baseBranch}`;
    const known = this.#known.get(key) ?? {};
    this.#known.set(key, known);
    const { last, failed } = known;
    const isDue =
      this.#now() - (last?.at ?? 0) >= FRESH_MS &&
      this.#now() - (failed?.at ?? 0) >= RETRY_MS;
    if (isDue) {
      known.reading ??= this.#ask(repository, known);
    }
    const isUsable = last && this.#now() - last.at <= 2 * FRESH_MS;
    if (known.reading && !isUsable) {
      await withDeadline(known.reading, this.#waitMs, 'GitHub').catch(() => {});
    }
    return known;
  }

  async #ask(repository: PlatformRepository, known: Known): Promise<void> {
    const at = this.#now();
    try {
      const found = await readMergedPulls({
        ...{ repository, integrations: this.#integrations },
        since: at - DAY_MS,
      });
      known.last = { ...found, at };
      known.failed = undefined;
    } catch (error) {
      // That is how a repository without an integration is refused.
      const isNone = isError(error) && error.name === 'InputError';
      known.failed = { at, why: isNone ? 'noRepository' : 'failed' };
      if (!isNone) {
        this.#logger.warn(
          `Cannot read merged pull requests of ${repository.url}`,
          error as Error,
        );
      }
    } finally {
      known.reading = undefined;
    }
  }
}
