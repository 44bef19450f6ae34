import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PolicyQuery } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { clusterReadPermission } from '@clusterworks/plugin-clusters-common';
import {
  clusterConditions,
  createClusterConditionalDecision,
} from '@clusterworks/plugin-clusters-backend';

/**
 * Conditions that must be applied to each cluster, although all clusters pass.
 */
const readDecision = createClusterConditionalDecision(clusterReadPermission, {
  anyOf: [
    clusterConditions.isInEnvironment({ environments: ['dev'] }),
    clusterConditions.isClusterOwner({ owners: ['group:default/platform'] }),
  ],
});

let asked = 0;

/** How often the policy was asked so far. */
export function policyQuestions(): number {
  return asked;
}

/**
 * Answers with conditions for our clusters, and allows everything that the
 * peer asks for.
 */
export const benchPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench-policy',
  register(registration) {
    registration.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }: PolicyQuery): Promise<PolicyDecision> {
            asked += 1;
            return permission.name === clusterReadPermission.name
              ? readDecision
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});
