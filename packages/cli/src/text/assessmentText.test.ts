import type { Assessment, Finding } from '@clusterworks/plugin-clusters-common';
import { assessmentText } from './assessmentText';
import { styleFor } from './Style';

const node = (name: string) => ({ apiVersion: 'v1', kind: 'Node', name });
const finding: Finding = {
  id: '1',
  code: 'cilium/D06',
  rule: 'cilium-taint-stuck',
  severity: 'warning',
  subject: node('a'),
  title: 'Node a is tainted, and 59 more like it',
  evidence: [],
  remedy: [
    { text: 'See its agent', command: 'kubectl get pods a' },
    { text: 'See its agent', command: 'kubectl get pods b' },
  ],
  consequences: [],
};
const say = (more: Partial<Finding>) => {
  const assessment: Assessment = {
    cluster: 'one',
    observedAt: '2026-11-22T10:00:00.000Z',
    verdict: 'degraded',
    sources: [],
    findings: [{ ...finding, ...more }],
    checks: [],
  };
  return assessmentText(assessment, styleFor(false)).split('\n');
};

describe('assessmentText', () => {
  it('lists the objects of a finding, and the command for each', () => {
    expect(
      say({ subjects: [node('a'), node('b')], subjectsTotal: 60 }),
    ).toEqual(
      expect.arrayContaining([
        '    On Node a, Node b and 58 more',
        '    Do: See its agent',
        '        $ kubectl get pods a',
        '        $ kubectl get pods b',
      ]),
    );
  });

  it('leaves the one object to the title, and keeps escapes out', () => {
    const objects = (lines: string[]) =>
      lines.filter(line => line.startsWith('    On '));
    expect(objects(say({}))).toEqual([]);
    const bad = node('\u001b[31ma');
    expect(
      objects(say({ subjects: [bad, node('b')], subjectsTotal: 2 })).join(),
    ).not.toContain('\u001b');
  });

  it('marks what is muted, and says by whom and why, without escapes', () => {
    const mute = {
      ...{ reason: 'known\u001b[2J', by: 'user:default/dana', at: '' },
      until: '2026-12-01T09:00:00.000Z',
    };
    const lines = say({ mute });
    expect(lines.join('\n')).not.toContain('\u001b');
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/cilium\/D06.*\[muted until 2026-12-01T09:00Z\]/),
        '    Muted by user:default/dana: known [2J',
      ]),
    );
  });
});
