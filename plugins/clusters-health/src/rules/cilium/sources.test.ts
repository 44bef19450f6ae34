import { ciliumRules } from './ciliumRules';
import { SourceName } from '../../kinds';
import { healthy, look } from '../../testing/cilium/testCluster';

const pairs = ciliumRules.flatMap(rule =>
  [...rule.needs, ...(rule.uses ?? [])].map(
    source => [rule.code, source, rule] as const,
  ),
);
const states = [
  'forbidden',
  'unreachable',
  'stale',
  'notCollected',
  'notProvisioned',
] as const;

describe('rules of Cilium', () => {
  it('are complete, D01 to D30', () => {
    const codes = ciliumRules.map(rule => rule.code);
    const expected = Array.from(
      { length: 30 },
      (_, index) => `cilium/D${String(index + 1).padStart(2, '0')}`,
    );
    expect(codes).toEqual(expected);
  });

  it.each(ciliumRules.map(rule => [rule.code, rule] as const))(
    '%s finds nothing in a healthy cluster',
    (_code, rule) => {
      const { check, drafts } = look(rule, healthy());
      expect(drafts).toEqual([]);
      expect(check.state).not.toBe('fired');
    },
  );

  it.each(pairs)('%s claims nothing without %s', (_code, source, rule) => {
    for (const state of states) {
      const { check } = look(rule, { [source as SourceName]: state });
      expect(check.state).toBe('unknown');
      expect(check.reason).toContain(`${source}: ${state}`);
    }
  });

  it.each(ciliumRules.map(rule => [rule.code, rule] as const))(
    '%s explains itself',
    (_code, rule) => {
      for (const text of Object.values(rule.doc)) {
        expect(text.length).toBeGreaterThan(10);
      }
      expect(rule.id).toMatch(/^[a-z0-9-]+$/);
    },
  );
});
