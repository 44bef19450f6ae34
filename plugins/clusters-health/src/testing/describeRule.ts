import {
  CheckState,
  Severity,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import { nextMemory } from '../assess/nextMemory';
import { RuleOutcome, runRules } from '../assess/runRules';
import { SourceHealth } from '../assess/SourceHealth';
import { SourceName } from '../kinds';
import { Memory } from '../rule/memory';
import { Rule } from '../rule/Rule';
import { RuleContext } from '../rule/RuleContext';
import { expectSafeRemedies } from './expectSafeRemedies';
import { healthyWorld, NOW, snapshotOf, World } from './world';

/** Seconds between two looks at one cluster. */
const STEP = 30;

/** One row of a rule's table. */
export interface RuleCase {
  name: string;
  /** Replaces sources of a healthy cluster. */
  world?: World;
  states?: { [S in SourceName]?: SourceState };
  serverVersion?: string;
  /** What was remembered; a first look otherwise. */
  memory?: Memory;
  /** Looks every 30 seconds for so many seconds before. */
  for?: number;
  /** Default: `fired` where something is said, else `pass`. */
  state?: CheckState;
  /** Of the first finding. */
  severity?: Severity;
  /** Number of findings, when it is not one. */
  count?: number;
  /** `severity Kind/name` of each finding, in place of severity and count. */
  said?: readonly string[];
  /** Must be in the first finding's title, or in the reason. */
  says?: string | RegExp;
  /** Must be in the remedies of the findings. */
  offers?: string | RegExp;
  /** Must not be in the remedies of the findings. */
  offersNot?: RegExp;
}

/** What a table stands on. */
export interface RuleTable {
  /** The healthy cluster that rows change. */
  base?: World;
  /** What the rule says of the healthy cluster. */
  healthy?: CheckState;
}

/** Runs one rule on a world: one look, or looks over a while and the last. */
export function runRule(
  rule: Rule,
  row: Partial<RuleCase>,
  base: World = healthyWorld(),
): RuleOutcome {
  const snapshot = snapshotOf(
    { ...base, ...row.world },
    row.states,
    row.serverVersion,
  );
  const health = new SourceHealth(snapshot);
  let { memory } = row;
  for (let left = row.for ?? 0; ; left -= STEP) {
    const at = Date.parse(NOW) - Math.max(0, left) * 1000;
    const ctx = new RuleContext(snapshot, at, memory);
    const [outcome] = runRules([rule], ctx, health);
    if (left <= 0) return outcome;
    memory = nextMemory(ctx, {});
  }
}

/**
 * The table of a rule, and what must hold of every rule: it passes (or does
 * not apply) in a healthy cluster, is unknown without a source that it needs,
 * and never passes when a source that it reads is lost.
 */
export function describeRule(
  rule: Rule,
  rows: readonly RuleCase[],
  { base = healthyWorld(), healthy = 'pass' }: RuleTable = {},
): void {
  describe(`${rule.code} ${rule.id}`, () => {
    it('leaves a healthy cluster alone', () => {
      expect(runRule(rule, {}, base).check.state).toBe(healthy);
    });

    it.each(rows.map(row => [row.name, row] as const))('%s', (_, row) => {
      expectRow(row, runRule(rule, row, base));
    });

    for (const source of rule.needs) {
      it(`is unknown when ${source} are forbidden`, () => {
        const states = { [source]: 'forbidden' as const };
        expect(runRule(rule, { states }, base).check).toEqual({
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
          const states = { [source]: 'unreachable' as const };
          const { check } = runRule(rule, { ...row, states }, base);
          expect(['unknown', 'fired']).toContain(check.state);
        }
      },
    );
  });
}

function expectRow(row: RuleCase, { check, drafts }: RuleOutcome): void {
  const said = drafts.map(
    ({ severity, subject }) => `${severity} ${subject.kind}/${subject.name}`,
  );
  const wanted = row.said ?? [];
  const state = row.state ?? (wanted.length > 0 ? 'fired' : 'pass');
  const count = row.count ?? row.said?.length ?? (state === 'fired' ? 1 : 0);
  const titles = drafts.map(({ title }) => title);
  expect({ ...check, count: drafts.length, titles }).toEqual({
    ...check,
    state,
    count,
    titles,
  });
  expect(said).toEqual(row.said ?? said);
  expect(drafts[0]?.severity).toBe(row.severity ?? drafts[0]?.severity);
  expect(`${check.reason ?? ''}${drafts[0]?.title ?? ''}`).toMatch(
    row.says ?? '',
  );
  for (const { title, evidence, remedy } of drafts) {
    expect(title).not.toMatch(/^$|undefined|NaN/);
    expect(evidence.length).toBeGreaterThan(0);
    expect(remedy.length).toBeGreaterThan(0);
    expectSafeRemedies(remedy);
  }
  const offered = drafts
    .flatMap(({ remedy }) => remedy)
    .map(({ text, command = '' }) => `${text}\n${command}`)
    .join('\n');
  expect(offered).toMatch(row.offers ?? '');
  expect(offered).not.toMatch(row.offersNot ?? /(?!)/);
}
