import type { SourceReport } from '@clusterworks/plugin-clusters-common';

type PolicyRule = NonNullable<SourceReport['missingRule']>;

const FIELDS = ['apiGroups', 'resources', 'resourceNames', 'verbs'] as const;

/**
 * The rules of a ClusterRole as YAML, to be added to those it has. Resources of
 * one API group, and with the same verbs, share a rule.
 */
export function clusterRoleYaml(rules: readonly PolicyRule[]): string {
  const together = new Map<string, PolicyRule>();
  for (const rule of rules) {
    const { apiGroups, verbs, resourceNames } = rule;
    const key = JSON.stringify([apiGroups, verbs, resourceNames]);
    const { resources = [] } = together.get(key) ?? {};
    together.set(key, {
      ...rule,
      resources: [...resources, ...rule.resources],
    });
  }
  return [...together.values()]
    .map(rule =>
      FIELDS.flatMap(field => {
        const values = rule[field];
        // A list of JSON is a list of YAML.
        return values
          ? `${field}: [${values.map(each => JSON.stringify(each)).join(', ')}]`
          : [];
      })
        .map((line, index) => `${index === 0 ? '- ' : '  '}${line}`)
        .join('\n'),
    )
    .join('\n');
}
