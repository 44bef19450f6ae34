import { clusterResources } from './clusterResources';
import { readerPolicyRules } from './readerClusterRole';

describe('readerPolicyRules', () => {
  const rules = readerPolicyRules();

  it.each(clusterResources.map(({ resource }) => resource))(
    'allows to read %s',
    name => {
      const { group, plural } =
        clusterResources.find(({ resource }) => resource === name) ?? {};
      expect(
        rules.some(
          rule =>
            rule.apiGroups.includes(group ?? '?') &&
            rule.resources.includes(plural ?? '?'),
        ),
      ).toBe(true);
    },
  );

  it('allows nothing but reading, no Secrets and no other ConfigMap', () => {
    expect(new Set(rules.flatMap(rule => rule.verbs))).toEqual(
      new Set(['get', 'list', 'watch']),
    );
    const resources = rules.flatMap(rule => rule.resources);
    expect(resources).not.toContain('secrets');
    expect(resources).not.toContain('*');
    expect(rules.filter(rule => rule.resources.includes('configmaps'))).toEqual(
      [expect.objectContaining({ resourceNames: ['cilium-config'] })],
    );
  });
});
