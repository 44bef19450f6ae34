import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  ClusterSpec,
  isAllowedOwner,
  parsePlatformRepositories,
  PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';

const KEY = 'clusters.platformRepositories';

/** The only repositories that actions may write to, from the configuration. */
export class PlatformRepositories {
  /** @throws InputError when the configuration is invalid */
  static fromConfig(config: RootConfigService): PlatformRepositories {
    return new PlatformRepositories(
      parsePlatformRepositories(config.getOptional(KEY)),
    );
  }

  private constructor(private readonly all: readonly PlatformRepository[]) {}

  /**
   * The configured repository of this address; without one, the only one.
   *
   * @throws NotAllowedError for any other repository, InputError when there is
   * none or more than one to choose from
   */
  choose(url: string | undefined): PlatformRepository {
    if (this.all.length === 0) {
      throw new InputError(`no platform repository is configured in ${KEY}`);
    }
    const addresses = this.all.map(repository => repository.url).join(', ');
    if (url === undefined || url === '') {
      if (this.all.length > 1) {
        throw new InputError(
          `repository: must be one of ${addresses}, because ${KEY} has several`,
        );
      }
      return this.all[0];
    }
    const wanted = normalize(url);
    const found = this.all.find(each => normalize(each.url) === wanted);
    if (!found) {
      throw new NotAllowedError(
        `repository: "${url}" is not in ${KEY}; actions may write only to ${addresses}`,
      );
    }
    return found;
  }

  /** @throws NotAllowedError when the spec's owner may have no cluster there */
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
