import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type {
  ClusterSpec,
  PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';
import {
  isAllowedOwner,
  parsePlatformRepositories,
} from '@clusterworks/plugin-clusters-spec';
import { type ClusterPlace, placeIn } from './ClusterPlace';
import { githubIntegration } from './GithubRepository';

const KEY = 'clusters.platformRepositories';

/**
 * The repositories from the configuration; actions may write to no others.
 *
 * @public
 */
export class PlatformRepositories {
  /** @throws InputError when the configuration is invalid */
  static fromConfig(config: RootConfigService): PlatformRepositories {
    return new PlatformRepositories(
      parsePlatformRepositories(config.getOptional(KEY)),
      config.getOptionalString('app.baseUrl'),
    );
  }

  readonly #all: readonly PlatformRepository[];

  private constructor(
    all: readonly PlatformRepository[],
    /** Address of the portal, which pull requests link to. */
    readonly portalUrl: string | undefined,
  ) {
    this.#all = all;
  }

  /** All of them, in the order of the configuration. */
  get all(): readonly PlatformRepository[] {
    return this.#all;
  }

  /**
   * Finds the configured repository with an address; without an address, the
   * only one.
   *
   * @throws NotAllowedError for any other repository, InputError when none is
   * configured or when several are and no address is given
   */
  choose(url: string | undefined): PlatformRepository {
    if (this.#all.length === 0) {
      throw new InputError(`no platform repository is configured in ${KEY}`);
    }
    const addresses = this.#all.map(repository => repository.url).join(', ');
    if (url === undefined || url === '') {
      if (this.#all.length > 1) {
        throw new InputError(
          `repository: must be one of ${addresses}, because ${KEY} has several`,
        );
      }
      return this.#all[0];
    }
    const wanted = normalize(url);
    const found = this.#all.find(each => normalize(each.url) === wanted);
    if (!found) {
      throw new NotAllowedError(
        `repository: "${url}" is not in ${KEY}; actions may write only to ${addresses}`,
      );
    }
    return found;
  }

  /**
   * Why no pull request can be opened in some of the repositories: only those
   * on GitHub can be written to. One sentence for each.
   */
  hostProblems(integrations: ScmIntegrations): string[] {
    return this.#all.flatMap(({ url }) => {
      try {
        githubIntegration(url, integrations);
        return [];
      } catch (error) {
        return [
          `${KEY}: no change of a cluster can be proposed there, because pull requests are opened on GitHub only; ${
            (error as Error).message
          }`,
        ];
      }
    });
  }

  /**
   * Derives where the files of a cluster are from the location of its entity
   * (`backstage.io/managed-by-location`); undefined for a cluster that is not
   * described in a platform repository.
   */
  locate(location: string | undefined): ClusterPlace | undefined {
    for (const repository of location ? this.#all : []) {
      const place = placeIn(repository, location ?? '');
      if (place) {
        return place;
      }
    }
    return undefined;
  }

  /**
   * The repository and the number of a pull request, from the address of its
   * page; undefined for one in another repository.
   */
  pullRequestAt(
    url: string,
  ): { repository: PlatformRepository; number: number } | undefined {
    const [, page, number] = /^(.+)\/pull\/([1-9][0-9]{0,8})$/.exec(url) ?? [];
    const repository =
      page && this.#all.find(each => normalize(each.url) === normalize(page));
    return repository ? { repository, number: Number(number) } : undefined;
  }

  /**
   * @throws NotAllowedError when the spec's owner may not have clusters there
   */
  checkOwner(repository: PlatformRepository, spec: ClusterSpec): void {
    const { owner } = spec.metadata;
    if (!isAllowedOwner(repository, owner)) {
      throw new NotAllowedError(
        `metadata.owner: "${owner}" may not own clusters in ${
          repository.url
        }; allowed are ${repository.allowedOwnerGroups.join(', ')}`,
      );
    }
  }
}

function normalize(url: string): string {
  return url
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
}
