import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  clusterChangePermissions,
  type WaveChange,
  type WaveCommand,
} from '@clusterworks/plugin-clusters-common';
import { isFinal, isOver, type WaveState } from './machine/WaveState';
import { operationOfWave } from './operationOfWave';

/** The dependencies of {@link WaveRights}. */
export interface WaveRightsOptions {
  auth: AuthService;
  permissions: PermissionsService;
}

/**
 * What callers may do with waves. Nobody needs a permission of its own for
 * them: a wave does to each cluster what its caller may do to that cluster.
 */
export class WaveRights {
  readonly #options: WaveRightsOptions;

  constructor(options: WaveRightsOptions) {
    this.#options = options;
  }

  /** Those of the clusters that the caller may change so. */
  async changeable(
    change: WaveChange,
    names: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const permission = clusterChangePermissions[operationOfWave(change)];
    const decisions =
      names.length > 0
        ? await this.#options.permissions.authorize(
            names.map(name => ({ permission, resourceRef: name })),
            { credentials },
          )
        : [];
    return new Set(
      names.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }

  /**
   * Whoever may change one of its clusters may pause or stop a wave, which is
   * always safe; to go on takes the right to change all that are left.
   */
  async commands(
    wave: WaveState,
    credentials: BackstageCredentials,
  ): Promise<WaveCommand[]> {
    if (isOver(wave)) {
      return [];
    }
    const names = wave.steps.map(({ cluster }) => cluster);
    const allowed = await this.changeable(wave.change, names, credentials);
    const left = wave.steps.filter(step => !isFinal(step));
    const mayResume = left.every(({ cluster }) => allowed.has(cluster));
    const isOwn =
      this.#options.auth.isPrincipal(credentials, 'user') &&
      credentials.principal.userEntityRef === wave.startedBy;
    return [
      ...(isOwn || allowed.size > 0 ? (['pause', 'stop'] as const) : []),
      ...(mayResume ? (['resume'] as const) : []),
    ];
  }
}
