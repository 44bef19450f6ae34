import type { Kind } from '../Kind';
import { type PolicyRule, readVerbs } from './PolicyRule';

/**
 * The rule that allows to read one kind. When only one object is read, the rule
 * names that object.
 */
export function policyRuleOf({
  group,
  resource,
  selector,
}: Pick<Kind, 'group' | 'resource' | 'selector'>): PolicyRule {
  return {
    apiGroups: [group],
    resources: [resource],
    ...(selector?.name && { resourceNames: [selector.name] }),
    verbs: readVerbs,
  };
}
