import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { ClustersPolicy } from './ClustersPolicy';
import { ownTasks } from './ownTasks';
import { roleOf } from './roleOf';
import { guestPermissions, memberPermissions } from './rolePermissions';

const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * The policy of this portal. A permission that is not listed for a role is for
 * the platform team only; this includes permissions of plugins that are added
 * later. A listed permission holds for the user's own clusters, entities and
 * tasks.
 */
export class PortalPolicy implements PermissionPolicy {
  readonly #platformGroups: string[];
  readonly #clusters: ClustersPolicy;

  constructor(platformGroups: string[]) {
    this.#platformGroups = platformGroups.map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
    this.#clusters = new ClustersPolicy(this.#platformGroups);
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const { name } = request.permission;
    switch (roleOf(user, this.#platformGroups)) {
      case 'platform':
        return { result: AuthorizeResult.ALLOW };
      case 'member':
        return memberPermissions.has(name)
          ? ownTasks(request, user) ?? this.#clusters.handle(request, user)
          : DENY;
      default:
        return guestPermissions.has(name)
          ? this.#clusters.handle(request, user)
          : DENY;
    }
  }
}
