import { allKinds } from '../kinds';
import { readerPolicyRules } from './readerClusterRole';

describe('readerPolicyRules', () => {
  const rules = readerPolicyRules();

  it.each(allKinds.map(kind => [kind.groupResource, kind] as const))(
    'allows to read %s',
    (_, { group, resource, selector }) => {
      const allowed = rules.filter(
        rule =>
          rule.apiGroups.includes(group) && rule.resources.includes(resource),
      );
      expect(allowed).toEqual([
        expect.objectContaining({ verbs: ['get', 'list', 'watch'] }),
      ]);
      expect(allowed[0].resourceNames).toEqual(
        selector?.name ? [selector.name] : undefined,
      );
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
