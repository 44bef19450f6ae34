import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { requiresUserToken } from '@clusterworks/plugin-clusters-changes-node';
import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import { changeClusterTemplate } from './changeClusterTemplate';
import { createClusterTemplate } from './createClusterTemplate';
import { platformTemplate } from './platformTemplate';
import type { UserToken } from './UserToken';

const LOCATION = 'clusters:templates';

/** The templates of this package as entities, with the configured owner. */
export class ClusterTemplateProvider implements EntityProvider {
  static fromConfig(config: RootConfigService): ClusterTemplateProvider {
    return new ClusterTemplateProvider(
      config.getOptionalString('clusters.templates.owner'),
      userTokenFrom(config),
      config.getOptionalBoolean('clusters.templates.seedProfile') ?? false,
    );
  }

  readonly #owner: string | undefined;
  readonly #userToken: UserToken | undefined;
  readonly #seedProfile: boolean;

  private constructor(
    owner: string | undefined,
    userToken: UserToken | undefined,
    seedProfile: boolean,
  ) {
    this.#owner = owner;
    this.#userToken = userToken;
    this.#seedProfile = seedProfile;
  }

  getProviderName(): string {
    return 'clusters-templates';
  }

  /**
   * Without an owner there are no templates, and those of an earlier
   * configuration are removed.
   */
  async connect(connection: EntityProviderConnection): Promise<void> {
    const owner = this.#owner;
    const templates =
      owner === undefined
        ? []
        : [
            createClusterTemplate({
              userToken: this.#userToken,
              seedProfile: this.#seedProfile,
            }),
            changeClusterTemplate(this.#userToken),
            platformTemplate(this.#userToken),
          ];
    await connection.applyMutation({
      type: 'full',
      entities: templates.map(template => ({
        entity: entityOf(template, owner),
        locationKey: LOCATION,
      })),
    });
  }
}

/**
 * Where the scaffolder requires tokens of users, forms ask for one. A new
 * cluster goes to the only platform repository, as in the action, and so do
 * the files that belong to no cluster.
 */
function userTokenFrom(config: RootConfigService): UserToken | undefined {
  if (!requiresUserToken(config)) {
    return undefined;
  }
  const repositories = parsePlatformRepositories(
    config.getOptional('clusters.platformRepositories'),
  );
  return repositories.length === 1 ? { repository: repositories[0].url } : {};
}

type ClusterTemplate = ReturnType<
  | typeof createClusterTemplate
  | typeof changeClusterTemplate
  | typeof platformTemplate
>;

function entityOf(
  template: ClusterTemplate,
  owner: string | undefined,
): Entity {
  return {
    ...template,
    metadata: {
      ...template.metadata,
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
      },
    },
    // The template is plain JSON, but parts of it come from JSON Schemas,
    // which are typed loosely.
    spec: { ...template.spec, owner } as Entity['spec'],
  };
}
