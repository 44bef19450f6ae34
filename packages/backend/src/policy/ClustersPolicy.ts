import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  clusterConditions,
  createClusterConditionalDecision,
} from '@clusterworks/plugin-clusters-backend';
import { RESOURCE_TYPE_CLUSTER } from '@clusterworks/plugin-clusters-common';

/** Clusters are there for their owners and for the platform team only. */
export class ClustersPolicy implements PermissionPolicy {
  readonly #platformGroups: string[];

  constructor(platformGroups: string[]) {
    this.#platformGroups = platformGroups;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const owners = user?.info.ownershipEntityRefs ?? [];
    if (owners.some(ref => this.#platformGroups.includes(ref))) {
      return { result: AuthorizeResult.ALLOW };
    }
    // Verdict, findings and history on pages, in counts and in signals; and
    // every change, which a person of the repository reviews besides.
    if (isResourcePermission(permission, RESOURCE_TYPE_CLUSTER)) {
      return createClusterConditionalDecision(
        permission,
        clusterConditions.isClusterOwner({ owners }),
      );
    }
    // The entity, whose labels tell the health, and with it the Kubernetes tab.
    if (isResourcePermission(permission, 'catalog-entity')) {
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          catalogConditions.isEntityOwner({ claims: owners }),
          {
            not: catalogConditions.hasSpec({
              key: 'type',
              value: 'kubernetes-cluster',
            }),
          },
        ],
      });
    }
    // Whatever the portal may read of any cluster.
    if (permission.name === 'kubernetes.proxy') {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
