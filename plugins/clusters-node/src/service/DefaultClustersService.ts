import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type {
  ChangePreviewRequest,
  ClustersApi,
  ClustersRequestOptions,
  FleetQuery,
  HistoryWindow,
} from '@clusterworks/plugin-clusters-common';
import { ClustersClient } from '@clusterworks/plugin-clusters-common';
import type {
  ClustersService,
  ClustersServiceRequestOptions,
} from './ClustersService';

/**
 * Sends requests to the clusters backend over HTTP, with a token for the
 * credentials.
 */
export class DefaultClustersService implements ClustersService {
  readonly #auth: AuthService;
  readonly #client: ClustersApi;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#client = new ClustersClient({ discoveryApi: options.discovery });
  }

  async getFleet(query: FleetQuery, options: ClustersServiceRequestOptions) {
    return this.#client.getFleet(query, await this.#withToken(options));
  }

  async getCluster(name: string, options: ClustersServiceRequestOptions) {
    return this.#client.getCluster(name, await this.#withToken(options));
  }

  async getFleetHistory(
    names: readonly string[],
    options: ClustersServiceRequestOptions,
  ) {
    const request = await this.#withToken(options);
    return this.#client.getFleetHistory(names, request);
  }

  async getHistory(
    name: string,
    window: HistoryWindow,
    options: ClustersServiceRequestOptions,
  ) {
    const request = await this.#withToken(options);
    return this.#client.getHistory(name, window, request);
  }

  async getLedger(options: ClustersServiceRequestOptions) {
    return this.#client.getLedger(await this.#withToken(options));
  }

  async render(spec: unknown, options: ClustersServiceRequestOptions) {
    return this.#client.render(spec, await this.#withToken(options));
  }

  async previewChange(
    name: string,
    change: ChangePreviewRequest,
    options: ClustersServiceRequestOptions,
  ) {
    const request = await this.#withToken(options);
    return this.#client.previewChange(name, change, request);
  }

  async getObservations(options: ClustersServiceRequestOptions) {
    return this.#client.getObservations(await this.#withToken(options));
  }

  async getDocuments(options: ClustersServiceRequestOptions) {
    return this.#client.getDocuments(await this.#withToken(options));
  }

  async #withToken({
    credentials,
    signal,
  }: ClustersServiceRequestOptions): Promise<ClustersRequestOptions> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'clusters',
    });
    return { token, signal };
  }
}
