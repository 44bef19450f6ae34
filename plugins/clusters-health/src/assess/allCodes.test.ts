import { assess } from './assess';
import { causeEdges } from './causes/causeEdges';
import { rules, unseenCodes } from '../rules/rules';
import { blankSnapshot } from '../kinds';

const range = (prefix: string, count: number, pad = 1) =>
  Array.from(
    { length: count },
    (_, i) => `${prefix}${String(i + 1).padStart(pad, '0')}`,
  );

/** Codes that the API has promised: they stay, whatever a rule is called. */
const tables = [
  ...range('karpenter/C', 9),
  ...range('karpenter/P', 10),
  ...range('karpenter/N', 7),
  ...range('karpenter/L', 14),
  ...range('cilium/D', 30, 2),
];

const known = [...rules, ...unseenCodes];

describe('codes', () => {
  it('are complete: each of the tables is a rule or is said to be unseen', () => {
    const codes = new Set(known.map(({ code }) => code));
    expect(tables.filter(code => !codes.has(code))).toEqual([]);
  });

  it('are unique, and so are the slugs', () => {
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

  it('explain themselves', () => {
    for (const rule of rules) {
      for (const text of [
        rule.doc.title,
        rule.doc.means,
        rule.doc.foundBy,
        rule.doc.todo,
        rule.doc.source,
      ]) {
        expect(`${rule.code} ${text}`.length).toBeGreaterThan(
          rule.code.length + 5,
        );
      }
    }
  });
});
