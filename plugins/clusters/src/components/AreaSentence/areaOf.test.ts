import type { Check, Finding } from '@clusterworks/plugin-clusters-common';
import { areaOf } from './areaOf';

type Parts = Partial<Omit<Finding, 'subject'>> & { kind?: string };

const finding = (id: string, { kind = 'Node', ...parts }: Parts = {}) =>
  ({
    ...{ id, code: 'clusterworks/node-not-ready', severity: 'warning' },
    ...{ subject: { apiVersion: 'v1', kind, name: 'a' }, consequences: [] },
    ...parts,
  } as unknown as Finding);
const muted = { mute: { until: '2099-01-01T00:00:00Z' } as Finding['mute'] };
const karpenter = { code: 'karpenter/P3' };

describe('areaOf', () => {
  it.each<[string, Finding[], string | undefined, string[]]>([
    ['no findings', [], undefined, []],
    ['findings of other parts', [finding('a')], undefined, []],
    [
      'the first finding of its rules',
      [finding('a'), finding('b', karpenter), finding('c', karpenter)],
      'b',
      ['c'],
    ],
    [
      'one about an object of its kinds',
      [finding('a', { kind: 'NodePool' })],
      'a',
      [],
    ],
    [
      'the root elsewhere of a consequence',
      [
        finding('a', { code: 'cilium/D07', consequences: ['b'] }),
        finding('b', { ...karpenter, severity: 'info' }),
      ],
      'a',
      [],
    ],
    [
      'notes only',
      [finding('a', { ...karpenter, severity: 'info' })],
      undefined,
      ['a'],
    ],
    [
      'an equally bad one that nobody has muted',
      [finding('a', { ...karpenter, ...muted }), finding('b', karpenter)],
      'b',
      ['a'],
    ],
    [
      'a muted one that is worse',
      [
        finding('a', { ...karpenter, ...muted, severity: 'critical' }),
        finding('b', karpenter),
      ],
      'a',
      ['b'],
    ],
  ])('has %s', (_, findings, leading, others) => {
    const state = areaOf({ findings, checks: [] }, 'karpenter');
    expect(state.leading?.id).toBe(leading);
    expect(state.others.map(({ id }) => id)).toEqual(others);
  });

  it('has the checks of its rules that apply', () => {
    const checks: Check[] = [
      { code: 'karpenter/P3', state: 'pass' },
      { code: 'karpenter/P4', state: 'notApplicable' },
      { code: 'clusterworks/karpenter-pods-running', state: 'unknown' },
      { code: 'clusterworks/node-not-ready', state: 'fired' },
      { code: 'cilium/D07', state: 'pass' },
    ];
    const codesOf = (area: 'karpenter' | 'cilium') =>
      areaOf({ findings: [], checks }, area).checks.map(({ code }) => code);
    expect(codesOf('karpenter')).toEqual([
      'karpenter/P3',
      'clusterworks/karpenter-pods-running',
    ]);
    expect(codesOf('cilium')).toEqual(['cilium/D07']);
  });
});
