import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

/**
 * What only the platform team may do: take entities out of the catalog or
 * register files (a registered file could name a host for tokens), and reach
 * through to a cluster's API server.
 */
const PLATFORM_ONLY = new Set([
  'catalog.entity.delete',
  'catalog.location.create',
  'catalog.location.delete',
  'catalog.location.analyze',
  'kubernetes.proxy',
]);

/**
 * The policy of this portal: whoever is signed in may look and may run
 * templates; what is listed above is for the platform groups.
 */
export class PortalPolicy implements PermissionPolicy {
  readonly #platformGroups: Set<string>;

  constructor(platformGroups: string[]) {
    this.#platformGroups = new Set(
      platformGroups.map(ref => ref.toLocaleLowerCase('en-US')),
    );
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return { result: AuthorizeResult.DENY };
    if (!PLATFORM_ONLY.has(request.permission.name)) {
      return { result: AuthorizeResult.ALLOW };
    }
    const isPlatform = user.info.ownershipEntityRefs.some(ref =>
      this.#platformGroups.has(ref.toLocaleLowerCase('en-US')),
    );
    return {
      result: isPlatform ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    };
  }
}
