import type { ClusterCredentialProvider } from '@clusterworks/plugin-clusters-node';

/** Maximum length of an auth provider's name in a message. */
const MAX_NAME = 60;

/**
 * The auth providers whose clusters are read: `aws`, those that modules add,
 * and `serviceAccount` for clusters of the configuration only, since its token
 * would open whatever server an entity names.
 */
export class ReadableProviders {
  readonly #added: ReadonlyMap<string, ClusterCredentialProvider>;

  constructor(added: ReadonlyMap<string, ClusterCredentialProvider>) {
    this.#added = added;
  }

  /**
   * Why a cluster with this auth provider is not read; undefined when it is
   * read.
   */
  notRead(provider: string, trusted: boolean): string | undefined {
    const isOwn =
      provider === 'aws' || (trusted && provider === 'serviceAccount');
    if (isOwn || this.#added.has(provider)) {
      return undefined;
    }
    return `provider ${JSON.stringify(provider.slice(0, MAX_NAME))}`;
  }

  /**
   * Hosts that may receive credentials of this provider; undefined for `aws`.
   */
  hostsOf(provider: string): readonly string[] | undefined {
    return this.#added.get(provider)?.allowedHosts;
  }
}
