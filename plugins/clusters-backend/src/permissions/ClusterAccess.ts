import { createHash } from 'node:crypto';
import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { clusterReadPermission } from '@clusterworks/plugin-clusters-common';
import type { ClusterResourceFacts } from '../discovery/KnownCluster';

/** The clusters that a user may see. */
export interface Visibility {
  /** A key that is equal for all users who see the same clusters. */
  key: string;
  /** Whether the user can see no cluster, whichever clusters exist. */
  seesNothing: boolean;
  /** Whether the user can see every cluster, whichever clusters exist. */
  seesAll: boolean;
  sees(cluster: ClusterResourceFacts): boolean;
}

/** Applies a policy's decision to one cluster. */
export type ApplyDecision = (
  decision: PolicyDecision,
  cluster: ClusterResourceFacts,
) => boolean;

const EVERYTHING: Visibility = {
  key: 'all',
  seesNothing: false,
  seesAll: true,
  sees: () => true,
};
const NOTHING: Visibility = {
  key: 'none',
  seesNothing: true,
  seesAll: false,
  sees: () => false,
};

/** How long a decision is used before the policy is asked again. */
const DECISION_TTL_MS = 30_000;
/** Users without a request for longer are no longer told of changes. */
const AUDIENCE_TTL_MS = 5 * 60_000;

interface Remembered {
  credentials: BackstageCredentials;
  /** When the policy was asked. */
  at: number;
  /** When the user last sent a request. */
  lastSeen: number;
  visibility: Promise<Visibility>;
}

/**
 * Decides who sees which clusters. Decisions are cached per user for 30 s, for
 * requests and signals alike: a user who loses a permission gets no new data
 * after that time. The rules in a decision are evaluated for the current facts
 * of the clusters at each request.
 */
export class ClusterAccess {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #apply: ApplyDecision;
  readonly #now: () => number;
  readonly #users = new Map<string, Remembered>();

  constructor(options: {
    auth: AuthService;
    permissions: PermissionsService;
    apply: ApplyDecision;
    now?: () => number;
  }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#apply = options.apply;
    this.#now = options.now ?? Date.now;
  }

  /** The clusters that the caller may see. */
  async visibilityFor(credentials: BackstageCredentials): Promise<Visibility> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return await this.#ask(credentials);
    }
    const now = this.#now();
    this.#forgetAbsent(now);
    const { userEntityRef } = credentials.principal;
    const known = this.#users.get(userEntityRef);
    const user = { credentials, lastSeen: now };
    if (known && now - known.at < DECISION_TTL_MS) {
      Object.assign(known, user);
      return await known.visibility;
    }
    return await this.#decide(userEntityRef, user, now);
  }

  /** The users who sent a request lately and may see a cluster. */
  async audienceOf(cluster: ClusterResourceFacts): Promise<string[]> {
    const now = this.#now();
    this.#forgetAbsent(now);
    const users = [...this.#users].map(async ([userEntityRef, known]) => {
      const visibility =
        now - known.at < DECISION_TTL_MS
          ? known.visibility
          : this.#decide(userEntityRef, known, now);
      // Without a decision of the policy, the user is told nothing.
      const { sees } = await visibility.catch(() => NOTHING);
      return sees(cluster) ? [userEntityRef] : [];
    });
    return (await Promise.all(users)).flat();
  }

  /**
   * Asks the policy about a user; after a failure, decision and user are
   * forgotten.
   */
  #decide(
    userEntityRef: string,
    { credentials, lastSeen }: Pick<Remembered, 'credentials' | 'lastSeen'>,
    now: number,
  ): Promise<Visibility> {
    const visibility = this.#ask(credentials);
    const decided = { credentials, at: now, lastSeen, visibility };
    this.#users.set(userEntityRef, decided);
    visibility.catch(() => {
      if (this.#users.get(userEntityRef) === decided) {
        this.#users.delete(userEntityRef);
      }
    });
    return visibility;
  }

  async #ask(credentials: BackstageCredentials): Promise<Visibility> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: clusterReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return EVERYTHING;
      case AuthorizeResult.CONDITIONAL: {
        const hash = createHash('sha256');
        hash.update(JSON.stringify(decision.conditions));
        return {
          key: hash.digest('base64url').slice(0, 16),
          seesNothing: false,
          seesAll: false,
          sees: cluster => this.#apply(decision, cluster),
        };
      }
      default:
        return NOTHING;
    }
  }

  #forgetAbsent(now: number): void {
    for (const [user, { lastSeen }] of this.#users) {
      if (now - lastSeen > AUDIENCE_TTL_MS) {
        this.#users.delete(user);
      }
    }
  }
}
