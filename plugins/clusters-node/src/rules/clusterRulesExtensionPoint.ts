import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Rule } from '@clusterworks/plugin-clusters-health';

/**
 * Takes rules of the host, which judge clusters beside those that come with
 * the plugin.
 *
 * @public
 */
export interface ClusterRulesExtensionPoint {
  /**
   * A rule is a pure function of the snapshot and the time. Its code is
   * `<host>/<slug>`.
   *
   * @throws when a code is taken
   */
  addRules(...rules: Rule[]): void;
}

/**
 * Where modules add rules.
 *
 * @public
 */
export const clusterRulesExtensionPoint =
  createExtensionPoint<ClusterRulesExtensionPoint>({ id: 'clusters.rules' });
