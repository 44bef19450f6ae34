import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  allowedOperations,
  checkAllowed,
  type ClusterPlace,
  type PlatformRepositories,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ClusterChangeOperation } from '@clusterworks/plugin-clusters-common';

/** Which clusters a requester sees, and what they may change of them. */
export class ClusterRights {
  readonly #catalog: Pick<CatalogService, 'getEntityByRef'>;
  readonly #permissions: PermissionsService;
  readonly #repositories: PlatformRepositories;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    permissions: PermissionsService;
    repositories: PlatformRepositories;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#repositories = options.repositories;
  }

  /**
   * The location of a cluster's files. It comes from the catalog, never from a
   * form.
   *
   * @param cluster - name or reference
   * @throws NotFoundError when the caller does not see the cluster, or when it
   * is in no platform repository
   */
  async placeOf(
    cluster: string,
    credentials: BackstageCredentials,
  ): Promise<ClusterPlace> {
    const ref = stringifyEntityRef(
      parseEntityRef(cluster, {
        defaultKind: 'resource',
        defaultNamespace: 'default',
      }),
    );
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    const place = this.#repositories.locate(
      entity?.metadata.annotations?.[ANNOTATION_LOCATION],
    );
    if (!entity || !place || place.name !== entity.metadata.name) {
      throw new NotFoundError(
        `cluster: ${ref} is not a cluster of a platform repository`,
      );
    }
    return place;
  }

  /**
   * @throws NotAllowedError that names every permission that is missing
   */
  async check(
    cluster: string,
    operations: ClusterChangeOperation[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    checkAllowed(
      cluster,
      operations,
      await allowedOperations(
        cluster,
        operations,
        credentials,
        this.#permissions,
      ),
    );
  }

  /**
   * Checks the rights to a cluster whose files are in a place. Rights belong to
   * the cluster that has the name, whose files may be in another place.
   *
   * @throws NotFoundError when the files of the cluster of that name are in
   * another place, and the errors of `placeOf` and `check`
   */
  async checkAt(
    { repository, environment, name }: ClusterPlace,
    operations: ClusterChangeOperation[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const place = await this.placeOf(name, credentials);
    if (
      place.repository.url !== repository.url ||
      place.environment !== environment
    ) {
      throw new NotFoundError(
        `cluster: ${name} is described elsewhere than in ${repository.url} for ${environment}`,
      );
    }
    await this.check(name, operations, credentials);
  }
}
