import type { Severity } from '@clusterworks/plugin-clusters-common';
import fc from 'fast-check';
import type { RuleRemedy } from '../model/remedy/RuleRemedy';
import { joinCauses } from './causes/joinCauses';
import type { EngineFinding } from './EngineFinding';
import { groupFindings } from './groupFindings';

interface Part {
  id: string;
  code?: string;
  severity?: Severity;
  since?: number;
  touches?: string[];
  group?: string;
  remedy?: RuleRemedy[];
}

const part = ({
  id,
  code = 'A',
  severity = 'warning',
  ...draft
}: Part): EngineFinding => ({
  id,
  code,
  rule: code,
  draft: {
    severity,
    subject: { apiVersion: 'v1', kind: 'Node', name: id },
    title: `Node ${id} is bad`,
    evidence: [{ object: `Node/${id}`, path: 'status', value: 'bad' }],
    remedy: [],
    ...draft,
  },
});
const edges = [
  {
    causes: [{ code: 'A' }],
    effects: [{ code: 'B' }],
    when: 'shared' as const,
  },
];
const group = (...parts: Part[]) =>
  groupFindings(joinCauses(parts.map(part), edges), { cluster: 'one' });

describe('groupFindings', () => {
  it('makes one finding of one rule and cause, with all objects', () => {
    const [only, ...others] = group(
      { id: 'c', group: 'g', since: 2_000 },
      { id: 'a', group: 'g', since: 1_000, severity: 'critical' },
      { id: 'b', group: 'g' },
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      severity: 'critical',
      title: 'Node a is bad, and 2 more like it',
      since: '1970-01-01T00:00:01.000Z',
      subject: { name: 'a' },
      subjects: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
      subjectsTotal: 3,
      consequences: [],
    });
    expect(only.evidence.map(({ object }) => object)).toEqual([
      'Node/a',
      'Node/c',
      'Node/b',
    ]);
  });

  it('keeps causes apart', () => {
    expect(
      group({ id: 'a', group: 'g' }, { id: 'b', group: 'h' }, { id: 'c' }),
    ).toHaveLength(3);
  });

  it('keeps the id when objects are added or removed and when their order changes', () => {
    const [before] = group({ id: 'a', group: 'g' }, { id: 'b', group: 'g' });
    const [after] = group(
      { id: 'c', group: 'g', severity: 'critical' },
      { id: 'b', group: 'g' },
    );
    expect(after.id).toBe(before.id);
    const [other] = group({ id: 'a', group: 'h' });
    expect(other.id).not.toBe(before.id);
  });

  it('does not reuse ids when another cluster gets the same name later', () => {
    const joined = joinCauses(
      [
        part({ id: 'a', touches: ['node:1'] }),
        part({ id: 'b', code: 'B', touches: ['node:1'] }),
        part({ id: 'g', group: 'g' }),
      ],
      edges,
    );
    const findings = (identity?: string) =>
      groupFindings(joined, { cluster: 'one', identity });
    const ids = (identity?: string) =>
      findings(identity).flatMap(({ id, consequences }) => [
        id,
        ...consequences,
      ]);
    expect(ids('first')).toEqual(ids('first'));
    expect(ids('first')).toHaveLength(4);
    const all = [ids('first'), ids('second'), ids()];
    expect(new Set(all.flat()).size).toBe(3 * 3);
    // The effects refer to their root by an id that exists.
    const known = findings('first').map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining(ids('first')));
  });

  it('keeps effects of different roots apart, with different ids', () => {
    const findings = group(
      { id: 'a1', touches: ['node:1'], severity: 'critical' },
      { id: 'a2', touches: ['node:2'], severity: 'critical' },
      { id: 'b1', code: 'B', touches: ['node:1'], group: 'g' },
      { id: 'b2', code: 'B', touches: ['node:2'], group: 'g' },
    );
    const names = new Map(findings.map(({ id, title }) => [id, title]));
    expect(names.size).toBe(4);
    expect(
      findings
        .slice(0, 2)
        .map(({ title, consequences }) => [
          title,
          consequences.map(id => names.get(id)),
        ]),
    ).toEqual([
      ['Node a1 is bad', ['Node b1 is bad']],
      ['Node a2 is bad', ['Node b2 is bad']],
    ]);
  });

  it('lists read-only steps for all objects before any step that changes something', () => {
    const remedy = (name: string): RuleRemedy[] =>
      ['look', 'change'].map(text => ({ text: `${text} ${name}` }));
    const [{ remedy: steps }] = group(
      { id: 'a', group: 'g', remedy: remedy('a') },
      { id: 'b', group: 'g', remedy: remedy('b') },
    );
    expect(steps.map(({ text }) => text)).toEqual([
      'look a',
      'look b',
      'change a',
      'change b',
    ]);
  });

  it('limits the length of lists and gives the total', () => {
    const [only] = group(
      ...Array.from({ length: 60 }, (_, i) => ({
        id: `n${i}`,
        group: 'g',
        remedy: [{ text: `see n${i}` }],
      })),
    );
    expect(only.subjects).toHaveLength(50);
    expect(only.subjectsTotal).toBe(60);
    expect(only.evidence.length).toBeLessThanOrEqual(20);
    expect(only.remedy).toHaveLength(11);
    expect(only.remedy[10].text).toMatch(/50 others/);
  });

  it('loses no object, lists no object twice and gives each finding one id', () => {
    const parts = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-f]{1,3}$/),
        code: fc.constantFrom('A', 'B'),
        severity: fc.constantFrom<Severity>('info', 'warning', 'critical'),
        group: fc.option(fc.constantFrom('g', 'h'), { nil: undefined }),
        touches: fc.subarray(['node:1', 'node:2']),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, all => {
        const findings = group(...all);
        const named = findings.flatMap(({ subjects = [] }) =>
          subjects.map(({ name }) => name),
        );
        expect(named.sort()).toEqual(all.map(({ id }) => id).sort());
        const ids = findings.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const follows = findings.flatMap(one => one.consequences);
        expect(new Set(follows).size).toBe(follows.length);
        for (const id of follows) {
          expect(ids).toContain(id);
        }
      }),
    );
  });
});
