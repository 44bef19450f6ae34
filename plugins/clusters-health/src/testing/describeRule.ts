import type {
  CheckState,
  Severity,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import { nextMemory } from '../assess/nextMemory';
import type { RuleOutcome } from '../assess/runRules';
import { runRules } from '../assess/runRules';
import { SourceHealth } from '../assess/SourceHealth';
import type { Snapshot, SourceName } from '../kinds';
import type { Memory } from '../rule/memory';
import type { Rule } from '../rule/Rule';
import type { RoomTrend } from '../model/addresses/RoomTrend';
import { RuleContext } from '../rule/RuleContext';
import { expectSafeRemedies } from './expectSafeRemedies';
import type { World } from './world';
import { healthyWorld, NOW, snapshotOf } from './world';

/** Seconds between two looks at one cluster. */
const STEP = 30;

/** One row in the table of a rule. */
export interface RuleCase {
  name: string;
  /** Replaces sources of a healthy cluster. */
  world?: World;
  states?: { [S in SourceName]?: SourceState };
  serverVersion?: string;
  /** Memory of earlier looks; absent for a first look. */
  memory?: Memory;
  /** Earlier samples of the free addresses in subnets. */
  roomTrend?: RoomTrend;
  /** For this many seconds before, a look every 30 seconds. */
  for?: number;
  /** Default: `fired` when the row expects findings, else `pass`. */
  state?: CheckState;
  /** Severity of the first finding. */
  severity?: Severity;
  /** Number of findings; default: one. */
  count?: number;
  /** `severity Kind/name` of each finding, in place of severity and count. */
  said?: readonly string[];
  /** Expected in the title of the first finding, or in the reason. */
  says?: string | RegExp;
  /** Expected in the remedies of the findings. */
  offers?: string | RegExp;
  /** Not expected in the remedies of the findings. */
  offersNot?: RegExp;
  /** Expected in the evidence of the findings. */
  shows?: string | RegExp;
  /** Not expected in the evidence of the findings. */
  showsNot?: RegExp;
}

/** The base of a table. */
export interface RuleTable {
  /** The healthy cluster that rows change. */
  base?: World;
  /** The state of the rule in the healthy cluster. */
  healthy?: CheckState;
}

/**
 * Runs one rule on a world: at one look, or at looks over a while, of which the
 * last one counts.
 */
export function runRule(
  rule: Rule,
  row: Partial<RuleCase>,
  base: World = healthyWorld(),
  read?: Set<SourceName>,
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
    const isLast = left <= 0;
    // Computing the memory reads more sources than the rule does, so only the
    // last look is recorded.
    const seen = isLast && read ? recording(snapshot, read) : snapshot;
    const ctx = new RuleContext(seen, at, memory, row.roomTrend);
    const [outcome] = runRules([rule], ctx, health);
    if (isLast) {
      return outcome;
    }
    memory = nextMemory(ctx, {});
  }
}

/** The same snapshot, which records the sources that are read. */
function recording(snapshot: Snapshot, read: Set<SourceName>): Snapshot {
  const resources = new Proxy(snapshot.resources, {
    get(target, source: SourceName) {
      read.add(source);
      return target[source];
    },
  });
  return { ...snapshot, resources };
}

/**
 * Runs the table of a rule, and tests what must hold for every rule: it passes
 * (or does not apply) in a healthy cluster, is unknown without a source that it
 * needs, never passes when a source that it reads is lost, and reads no other
 * source.
 */
export function describeRule(
  rule: Rule,
  rows: readonly RuleCase[],
  { base = healthyWorld(), healthy = 'pass' }: RuleTable = {},
): void {
  describe(`${rule.code} ${rule.id}`, () => {
    it('finds nothing in a healthy cluster', () => {
      expect(runRule(rule, {}, base).check.state).toBe(healthy);
    });

    const { needs, uses = [], details = [] } = rule;
    const named = new Set<SourceName>([...needs, ...uses, ...details]);

    it.each(rows.map(row => [row.name, row] as const))('%s', (_, row) => {
      const read = new Set<SourceName>();
      expectRow(row, runRule(rule, row, base, read));
      expect([...read].filter(source => !named.has(source))).toEqual([]);
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

    for (const source of [...rule.needs, ...(rule.uses ?? [])]) {
      it(`never passes without ${source}`, () => {
        for (const row of [{}, ...rows]) {
          const states = { [source]: 'unreachable' as const };
          const { check } = runRule(rule, { ...row, states }, base);
          expect(['unknown', 'fired']).toContain(check.state);
        }
      });
    }

    if (details.length > 0) {
      it.each(details.map(source => [source]))(
        'does not turn a finding into a pass without %s, which it reads for details',
        source => {
          for (const row of rows) {
            const states = { ...row.states, [source]: 'unreachable' as const };
            const { check } = runRule(rule, row, base);
            const { check: without } = runRule(rule, { ...row, states }, base);
            const wanted = check.state === 'fired' ? /: (fired|unknown)$/ : /./;
            expect(`${row.name}: ${without.state}`).toMatch(wanted);
          }
        },
      );
    }
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
  const shown = drafts
    .flatMap(({ evidence }) => evidence)
    .map(({ object, path, value }) => `${object} ${path}: ${value}`)
    .join('\n');
  expect(shown).toMatch(row.shows ?? '');
  expect(shown).not.toMatch(row.showsNot ?? /(?!)/);
}
