import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FoundCluster, KnownCluster } from '../discovery/KnownCluster';
import type { ClusterIdentity } from './ClusterIdentity';
import type { IdentityStore } from './IdentityStore';
import type { KnownAccounts } from './refuseSharedIds';
import { settleClaims } from './settleClaims';

/** The dependencies of {@link ClusterIdentities}. */
export interface ClusterIdentitiesOptions {
  store: IdentityStore;
  accounts: KnownAccounts;
  logger: LoggerService;
}

/**
 * Determines the identities of the clusters, and which cluster holds each name.
 */
export class ClusterIdentities {
  readonly #options: ClusterIdentitiesOptions;
  /** Messages that were logged already, so that each is logged once. */
  #said = new Set<string>();

  constructor(options: ClusterIdentitiesOptions) {
    this.#options = options;
  }

  /** The clusters of the fleet, each with a unique name. */
  async settle(found: readonly FoundCluster[]): Promise<KnownCluster[]> {
    const { store, accounts } = this.#options;
    const { clusters, setAside } = await store.identify(found);
    const settled = settleClaims(clusters, accounts);
    this.#sayNews([
      ...settled.flatMap(refusalsOf),
      ...setAside.map(wordsOfSetAside),
    ]);
    return settled;
  }

  #sayNews(messages: readonly string[]): void {
    messages
      .filter(message => !this.#said.has(message))
      .forEach(message => this.#options.logger.warn(message));
    this.#said = new Set(messages);
  }
}

const REASONS = {
  nameTaken: 'claims the name of',
  sameCluster: 'describes the same EKS cluster as',
  clusterId: 'asks for tokens for the EKS cluster of',
};

function refusalsOf({ entityRef, otherClaims }: KnownCluster): string[] {
  return otherClaims.map(
    ({ claimant, source, reason }) =>
      `${claimant.entityRef} (${source}) ${REASONS[reason]} ${entityRef} and is not read`,
  );
}

function wordsOfSetAside({ name, setAside }: ClusterIdentity): string {
  return `What an earlier version stored of cluster ${name} is set aside: ${setAside}`;
}
