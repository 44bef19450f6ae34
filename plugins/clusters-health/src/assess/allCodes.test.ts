import { assess } from './assess';
import { causeEdges } from './causes/causeEdges';
import { stepsOf } from '../rule/Rule';
import { rules, unseenCodes } from '../rules/rules';
import { blankSnapshot } from '../kinds';

const range = (prefix: string, count: number, pad = 1) =>
  Array.from(
    { length: count },
    (_, i) => `${prefix}${String(i + 1).padStart(pad, '0')}`,
  );

/** Codes that the API promises: they stay when a rule is renamed. */
const tables = [
  ...range('karpenter/C', 9),
  ...range('karpenter/P', 10),
  ...range('karpenter/N', 7),
  ...range('karpenter/L', 14),
  ...range('cilium/D', 30, 2),
];

const known = [...rules, ...unseenCodes];

describe('codes', () => {
  it('are complete: each code of the tables is a rule or an unseen fault', () => {
    const codes = new Set(known.map(({ code }) => code));
    expect(tables.filter(code => !codes.has(code))).toEqual([]);
  });

  it('are unique, as are the ids of the rules', () => {
    expect(new Set(known.map(({ code }) => code)).size).toBe(known.length);
    expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
  });

  it('have ten points of the checklist', () => {
    expect(
      known.filter(({ doc }) => doc.title.startsWith('Checklist:')),
    ).toHaveLength(10);
  });

  it('each give one check, also when nothing was collected', () => {
    const { assessment } = assess(
      blankSnapshot('empty', 'notCollected'),
      undefined,
      '2026-11-22T10:00:00Z',
    );
    expect(assessment.checks.map(({ code }) => code).sort()).toEqual(
      known.map(({ code }) => code).sort(),
    );
    expect(assessment.checks.every(({ state }) => state === 'unknown')).toBe(
      true,
    );
    expect(assessment.checks.every(({ reason }) => Boolean(reason))).toBe(true);
    expect(assessment.verdict).toBe('unknown');
    expect(assessment.findings).toEqual([]);
  });

  it('of causes and effects exist', () => {
    const codes = new Set(known.map(({ code }) => code));
    const named = causeEdges
      .flatMap(({ causes, effects }) => [...causes, ...effects])
      .map(({ code }) => code);
    expect([...new Set(named)].filter(code => !codes.has(code))).toEqual([]);
  });

  it.each(rules.map(rule => [rule.id, rule] as const))(
    '%s is documented in full',
    (_id, { doc }) => {
      const texts = {
        title: doc.title,
        means: doc.means,
        foundBy: doc.foundBy,
        whom: doc.whom,
        waits: doc.waits,
        cannotSee: doc.cannotSee,
        lookAlikes: doc.lookAlikes,
        source: doc.source,
        ...Object.fromEntries(
          stepsOf(doc).map((step, index) => [`step ${index + 1}`, step]),
        ),
      };
      const lacking = Object.entries(texts).filter(
        ([, text]) => (text ?? '').trim().length < 8,
      );
      expect(lacking).toEqual([]);
      expect(stepsOf(doc).length).toBeGreaterThan(0);
    },
  );
});
