import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PlatformRepositories } from '@clusterworks/plugin-clusters-changes-node';
import type { FreezeResponse } from '@clusterworks/plugin-clusters-common';
import { isPast } from './isPast';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import type { FreezeEndStore } from './FreezeEndStore';

/** Tells callers until when a cluster is frozen, and how that ends. */
export class ClusterFreezes {
  readonly #options: {
    visible: VisibleClusters;
    store: FreezeEndStore;
    repositories: PlatformRepositories;
    requireScmUserCredentials: boolean;
    now(): number;
  };

  constructor(options: {
    visible: VisibleClusters;
    store: FreezeEndStore;
    repositories: PlatformRepositories;
    /** Whether nothing may be written with the portal's own credentials. */
    requireScmUserCredentials: boolean;
    now(): number;
  }) {
    this.#options = options;
  }

  /** @throws NotFoundError for a cluster that the caller cannot see */
  async read(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<FreezeResponse> {
    const { visible, store, repositories, now } = this.#options;
    const { cluster } = await visible.get(name, credentials);
    const { frozenUntil: until, identity, location } = cluster;
    const isPerson =
      this.#options.requireScmUserCredentials ||
      repositories.locate(location) === undefined;
    const state = {
      cluster: cluster.name,
      overdue: until !== undefined && isPast(until, now()),
      endedBy: isPerson ? ('person' as const) : ('portal' as const),
    };
    if (until === undefined) {
      return state;
    }
    const end = await store.find(identity);
    if (end?.until !== until) {
      return { ...state, until };
    }
    // The time of the attempt is of no use to readers, and each field is named.
    switch (end.outcome.state) {
      case 'opened': {
        const { pullRequestUrl } = end.outcome;
        return { ...state, until, pullRequestUrl };
      }
      case 'failed':
        return { ...state, until, problem: end.outcome.problem };
      default:
        return { ...state, until };
    }
  }
}
