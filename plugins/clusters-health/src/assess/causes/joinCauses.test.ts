import type { Severity } from '@clusterworks/plugin-clusters-common';
import type { EngineFinding } from '../EngineFinding';
import type { CauseEdge } from './CauseEdge';
import { joinCauses } from './joinCauses';

const finding = (
  id: string,
  code: string,
  severity: Severity,
  touches: string[] = [],
  group?: string,
): EngineFinding => ({
  id,
  code,
  rule: code,
  draft: {
    severity,
    subject: { apiVersion: 'v1', kind: 'Node', name: id },
    title: id,
    evidence: [],
    remedy: [],
    touches,
    group,
  },
});
const edge = (
  cause: string,
  effect: string,
  when: CauseEdge['when'],
): CauseEdge => ({
  causes: [{ code: cause }],
  effects: [{ code: effect }],
  when,
});
const shape = (findings: EngineFinding[], edges: CauseEdge[]) =>
  Object.fromEntries(
    joinCauses(findings, edges).map(({ id, severity, consequences }) => [
      id,
      [severity, ...consequences],
    ]),
  );

describe('joinCauses', () => {
  it('follows a chain to its root, which takes the highest severity', () => {
    expect(
      shape(
        [
          finding('a', 'A', 'warning'),
          finding('b', 'B', 'critical'),
          finding('c', 'C', 'critical'),
        ],
        [edge('A', 'B', 'always'), edge('B', 'C', 'always')],
      ),
    ).toEqual({ a: ['critical', 'b', 'c'], b: ['info'], c: ['info'] });
  });

  it('joins only findings that touch the same object', () => {
    expect(
      shape(
        [
          finding('a', 'A', 'critical', ['node:1']),
          finding('b', 'B', 'warning', ['node:1', 'x']),
          finding('c', 'B', 'warning', ['node:2']),
        ],
        [edge('A', 'B', 'shared')],
      ),
    ).toEqual({ a: ['critical', 'b'], b: ['info'], c: ['warning'] });
  });

  it('makes no cycles', () => {
    expect(
      shape(
        [finding('a', 'A', 'critical'), finding('b', 'B', 'critical')],
        [edge('A', 'B', 'always'), edge('B', 'A', 'always')],
      ),
    ).toEqual({ a: ['critical', 'b'], b: ['info'] });
  });

  it('gives the cause of one member of a group to the members without a cause', () => {
    expect(
      shape(
        [
          finding('a', 'A', 'critical', ['node:1']),
          finding('b', 'B', 'critical', ['node:1'], 'g'),
          finding('c', 'B', 'warning', ['node:2'], 'g'),
          finding('d', 'B', 'warning', ['node:3'], 'other'),
        ],
        [edge('A', 'B', 'shared')],
      ),
    ).toEqual({
      a: ['critical', 'b', 'c'],
      b: ['info'],
      c: ['info'],
      d: ['warning'],
    });
  });

  it('does not take an info finding as the cause of a warning', () => {
    expect(
      shape(
        [finding('a', 'A', 'info'), finding('b', 'B', 'warning')],
        [edge('A', 'B', 'always')],
      ),
    ).toEqual({ a: ['info'], b: ['warning'] });
  });
});
