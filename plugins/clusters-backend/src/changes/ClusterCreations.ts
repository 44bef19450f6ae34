import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import {
  checkToken,
  type PlatformRepositories,
  previewClusterCreation,
} from '@clusterworks/plugin-clusters-changes-node';
import type {
  CreationPreviewRequest,
  CreationPreviewResponse,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { AddressChecks } from '../ledger/AddressChecks';
import { CallerBudget } from '../limits/CallerBudget';
import { CallerLimiter } from '../limits/CallerLimiter';
import { callerOf } from '../limits/callerOf';
import { checkMayRender } from '../render/checkMayRender';

/**
 * Tells permitted callers what the pull request that creates a cluster would do
 * to the platform repository. Writes nothing.
 */
export class ClusterCreations {
  readonly #permissions: PermissionsService;
  readonly #repositories: PlatformRepositories;
  readonly #integrations: ScmIntegrations;
  readonly #renderer: ClusterRenderer;
  readonly #addresses: Pick<AddressChecks, 'of'>;
  readonly #requireUserToken: boolean;
  readonly #now: () => number;
  readonly #limiter = new CallerLimiter();
  readonly #budget = new CallerBudget();

  constructor(options: {
    permissions: PermissionsService;
    repositories: PlatformRepositories;
    integrations: ScmIntegrations;
    renderer: ClusterRenderer;
    addresses: Pick<AddressChecks, 'of'>;
    /** Whether git is read only with tokens of users, too. */
    requireUserToken: boolean;
    now(): number;
  }) {
    this.#permissions = options.permissions;
    this.#repositories = options.repositories;
    this.#integrations = options.integrations;
    this.#renderer = options.renderer;
    this.#addresses = options.addresses;
    this.#requireUserToken = options.requireUserToken;
    this.#now = options.now;
  }

  /**
   * @throws NotAllowedError without the permission `clusters.render`, for a
   * repository that is not configured and for an owner that may have no cluster
   * there; ConflictError when the name or the addresses are taken; InputError
   * with all problems of the spec
   */
  async preview(
    request: CreationPreviewRequest,
    credentials: BackstageCredentials,
  ): Promise<CreationPreviewResponse> {
    await checkMayRender(this.#permissions, credentials);
    const spec = parseClusterSpec(request.spec);
    const repository = this.#repositories.choose(request.repository);
    this.#repositories.checkOwner(repository, spec);
    const token = checkToken(request.token, this.#requireUserToken);
    const addresses = await this.#addresses.of(
      spec,
      credentials,
      request.overlapAcknowledgement,
    );
    const caller = callerOf(credentials);
    this.#budget.take(caller);
    const preview = await this.#limiter.run(caller, () =>
      previewClusterCreation({
        ...{ spec, repository, addresses, token },
        today: new Date(this.#now()).toISOString().slice(0, 10),
        integrations: this.#integrations,
        renderer: this.#renderer,
      }),
    );
    return { ...preview, repository: repository.url };
  }
}
