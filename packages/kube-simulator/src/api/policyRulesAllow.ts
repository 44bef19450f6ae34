import type { PolicyRule } from '@clusterworks/plugin-clusters-health';
import type { AccessRequest } from './AccessRequest';

/** Whether RBAC rules allow a request. */
export function policyRulesAllow(
  rules: readonly PolicyRule[],
  { verb, group, resource, name }: AccessRequest,
): boolean {
  return rules.some(
    rule =>
      rule.verbs.includes(verb) &&
      rule.apiGroups.includes(group) &&
      rule.resources.includes(resource) &&
      (!rule.resourceNames ||
        (name !== undefined && rule.resourceNames.includes(name))),
  );
}
