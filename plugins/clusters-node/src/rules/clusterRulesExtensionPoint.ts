import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Rule } from '@clusterworks/plugin-clusters-health';

/**
 * Accepts rules of the host, which assess clusters in addition to the plugin's
 * own rules.
 *
 * @public
 */
export interface ClusterRulesExtensionPoint {
  /**
   * Adds a rule: a pure function of the snapshot and the time. Its code has the
   * form `<host>/<slug>`.
   *
   * @throws when another rule has the same code
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
