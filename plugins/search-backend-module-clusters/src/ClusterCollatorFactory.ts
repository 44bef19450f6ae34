import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { clusterReadPermission } from '@clusterworks/plugin-clusters-common';
import type { ClustersService } from '@clusterworks/plugin-clusters-node';
import { searchDocumentOf } from './searchDocumentOf';

/** How long the clusters backend may take to answer. */
const ANSWER_MS = 60_000;

/**
 * Makes a search document of each cluster. Who searches finds those clusters
 * that the permission to read clusters shows.
 */
export class ClusterCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'clusters';
  readonly visibilityPermission = clusterReadPermission;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #clusters: Pick<ClustersService, 'getDocuments'>;

  constructor(options: {
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    clusters: Pick<ClustersService, 'getDocuments'>;
  }) {
    this.#auth = options.auth;
    this.#clusters = options.clusters;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    const { items } = await this.#clusters.getDocuments({
      credentials: await this.#auth.getOwnServiceCredentials(),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    for (const item of items) {
      yield searchDocumentOf(item);
    }
  }
}
