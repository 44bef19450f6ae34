import { allKinds } from '../kinds';
import { type PolicyRule, readVerbs } from './PolicyRule';
import { policyRuleOf } from './policyRuleOf';
import { readersBinding } from './readersBinding';

/** Name of the read-only ClusterRole and of its binding. */
export const READER_ROLE_NAME = 'clusterworks-reader';

/**
 * The permissions that an assessment needs, and no others: reading the kinds of
 * `allKinds`. No Secrets, no changes, no logs. When only one object of a kind
 * is read, the rule names that object; such a kind has to be listed with a
 * field selector.
 */
export function readerPolicyRules(): PolicyRule[] {
  const groups = [...new Set(allKinds.map(({ group }) => group))];
  return groups.flatMap(group => {
    const kinds = allKinds.filter(kind => kind.group === group);
    const whole = kinds.filter(({ selector }) => !selector?.name);
    const named = kinds.filter(({ selector }) => selector?.name);
    return [
      ...(whole.length > 0
        ? [
            {
              apiGroups: [group],
              resources: whole.map(({ resource }) => resource),
              verbs: readVerbs,
            },
          ]
        : []),
      ...named.map(policyRuleOf),
    ];
  });
}

/**
 * The read-only ClusterRole as it is written to the platform repository.
 *
 * @public
 */
export function readerClusterRole() {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: READER_ROLE_NAME },
    rules: readerPolicyRules(),
  };
}

/**
 * Binds the role to the group of readers.
 *
 * @public
 */
export function readerClusterRoleBinding() {
  return readersBinding(READER_ROLE_NAME);
}
