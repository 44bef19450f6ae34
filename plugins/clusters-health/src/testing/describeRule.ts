import {
  CheckState,
  Severity,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import { Memory } from '../rule/memory';
import { Rule } from '../rule/Rule';
import { RuleContext } from '../rule/RuleContext';
import { RuleOutcome, runRules } from '../assess/runRules';
import { SourceHealth } from '../assess/SourceHealth';
import { SourceName } from '../kinds';
import { expectSafeRemedies } from './expectSafeRemedies';
import { healthyWorld, NOW, snapshotOf, World } from './world';

/** One row of a rule's table. */
export interface RuleCase {
  name: string;
  /** Replaces sources of a healthy cluster. */
  world?: World;
  states?: { [S in SourceName]?: SourceState };
  serverVersion?: string;
  memory?: Memory;
  state: CheckState;
  severity?: Severity;
  /** Number of findings, when it is not one. */
  count?: number;
  /** Must be in the first finding's title, or in the reason. */
  says?: string | RegExp;
  /** Must be in the remedies of the findings. */
  offers?: string | RegExp;
  /** Must not be in the remedies of the findings. */
  offersNot?: RegExp;
}

/** Runs one rule on a world. */
export function runRule(rule: Rule, row: Partial<RuleCase>): RuleOutcome {
  const snapshot = snapshotOf(
    { ...healthyWorld(), ...row.world },
    row.states,
    row.serverVersion,
  );
  const ctx = new RuleContext(snapshot, Date.parse(NOW), row.memory);
  return runRules([rule], ctx, new SourceHealth(ctx.snapshot))[0];
}

/**
 * The table of a rule, and what must hold of every rule: it passes (or does
 * not apply) in a healthy cluster, is unknown without a source that it needs,
 * and never passes when a source that it reads is lost.
 */
export function describeRule(
  rule: Rule,
  rows: readonly RuleCase[],
  healthy: CheckState = 'pass',
): void {
  describe(`${rule.code} ${rule.id}`, () => {
    it('leaves a healthy cluster alone', () => {
      expect(runRule(rule, {}).check.state).toBe(healthy);
    });

    it.each(rows.map(row => [row.name, row] as const))('%s', (_, row) => {
      const { check, drafts } = runRule(rule, row);
      const severities = drafts.map(({ severity }) => severity);
      const count = row.count ?? (row.state === 'fired' ? 1 : 0);
      const titles = drafts.map(({ title }) => title);
      expect({ ...check, count: drafts.length, titles }).toEqual({
        ...check,
        state: row.state,
        count,
        titles,
      });
      expect(severities.slice(0, 1)).toEqual(
        row.severity ? [row.severity] : severities.slice(0, 1),
      );
      expect(`${check.reason ?? ''}${drafts[0]?.title ?? ''}`).toMatch(
        row.says ?? '',
      );
      expect(
        drafts.every(draft => draft.title && draft.remedy.length > 0),
      ).toBe(true);
      drafts.forEach(({ remedy }) => expectSafeRemedies(remedy));
      const offered = drafts
        .flatMap(({ remedy }) => remedy)
        .map(({ text, command = '' }) => `${text}\n${command}`)
        .join('\n');
      expect(offered).toMatch(row.offers ?? '');
      expect(offered).not.toMatch(row.offersNot ?? /(?!)/);
    });

    for (const source of rule.needs) {
      it(`is unknown when ${source} are forbidden`, () => {
        const { check } = runRule(rule, { states: { [source]: 'forbidden' } });
        expect(check).toEqual({
          code: rule.code,
          state: 'unknown',
          reason: `${source}: forbidden`,
        });
      });
    }

    it.each([...rule.needs, ...(rule.uses ?? [])].map(source => [source]))(
      'never passes without %s',
      source => {
        for (const row of [{}, ...rows]) {
          const { check } = runRule(rule, {
            ...row,
            states: { [source]: 'unreachable' },
          });
          expect(['unknown', 'fired']).toContain(check.state);
        }
      },
    );
  });
}
