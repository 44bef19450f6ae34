import { ciliumRules } from './ciliumRules';
import { healthy } from '../../testing/cilium/testCluster';
import { runRule } from '../../testing/describeRule';

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
      const { check, drafts } = runRule(rule, {}, healthy());
      expect(drafts).toEqual([]);
      expect(check.state).not.toBe('fired');
    },
  );

  it.each(pairs)('%s is unknown without %s', (_code, source, rule) => {
    for (const state of states) {
      const { check } = runRule(
        rule,
        { states: { [source]: state } },
        healthy(),
      );
      expect(check.state).toBe('unknown');
      expect(check.reason).toContain(`${source}: ${state}`);
    }
  });
});
