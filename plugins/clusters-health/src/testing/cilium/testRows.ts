/* eslint-disable jest/no-export -- the table that every test file of a rule uses */
import { CheckState } from '@clusterworks/plugin-clusters-common';
import { Rule } from '../../rule/Rule';
import { expectSafeRemedies } from '../expectSafeRemedies';
import { Given, look, lookFor } from './testCluster';

/** One row of the table of a rule. */
export interface Row {
  what: string;
  given: Given;
  /** `severity Kind/name` of each finding; none when left out. */
  said?: string[];
  /** State of the check; `fired` with findings, else `pass`. */
  state?: CheckState;
  /** Looks every 30 seconds for so long before; else this is a first look. */
  for?: number;
  /** Must be in the first finding's title, or in the check's reason. */
  says?: string | RegExp;
  /** Must be in the remedies of the findings. */
  offers?: string | RegExp;
  /** Must not be in the remedies of the findings. */
  offersNot?: RegExp;
  serverVersion?: string;
}

/** Judges each row and compares what was said. */
export function judges(rule: Rule, rows: readonly Row[]): void {
  describe(`${rule.code} ${rule.id}`, () => {
    it.each(rows.map(row => [row.what, row] as const))('%s', (_what, row) => {
      const { said = [], given, serverVersion } = row;
      const seen = row.for
        ? lookFor(rule, given, row.for)
        : look(rule, given, { serverVersion });
      const state = row.state ?? (said.length > 0 ? 'fired' : 'pass');
      expect({ said: seen.said, state: seen.check.state }).toEqual({
        said,
        state,
      });
      const text = seen.drafts[0]?.title ?? seen.check.reason ?? '';
      expect(text).toMatch(row.says ?? '');
      const offered = seen.drafts
        .flatMap(({ remedy }) => remedy)
        .map(one => `${one.text}\n${one.command ?? ''}`)
        .join('\n');
      expect(offered).toMatch(row.offers ?? '');
      expect(offered).not.toMatch(row.offersNot ?? /(?!)/);
      for (const draft of seen.drafts) {
        expect(draft.evidence.length).toBeGreaterThan(0);
        expect(draft.remedy.length).toBeGreaterThan(0);
        expectSafeRemedies(draft.remedy);
        expect(draft.title).not.toMatch(/undefined|NaN/);
      }
    });
  });
}
