import {
  ClusterCapture,
  clusterResources,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import { assess } from './engine/assess';
import { projectCapture } from './snapshot';
import { readRecorded, readTruth, recordedPresent } from './testing/recorded';

const losses: SourceState[] = [
  'forbidden',
  'unreachable',
  'notInstalled',
  'stale',
  'notProvisioned',
  'notCollected',
];

function without(
  capture: ClusterCapture,
  lost: string,
  state: SourceState,
): ClusterCapture {
  return {
    ...capture,
    resources: [
      ...capture.resources.filter(({ resource }) => resource !== lost),
      { resource: lost, state, items: [] },
    ],
  };
}

describe('losing a source', () => {
  const run = recordedPresent ? it : it.skip;
  const names = recordedPresent ? Object.keys(readTruth()) : ['(absent)'];

  run.each(names)(
    'never turns a finding of %s into a pass, nor its verdict into healthy',
    name => {
      const capture = readRecorded(name);
      const judge = (given: ClusterCapture) =>
        assess(projectCapture(given), undefined, capture.capturedAt).assessment;
      const whole = judge(capture);
      const fired = new Set(
        whole.checks
          .filter(({ state }) => state === 'fired')
          .map(({ code }) => code),
      );
      const wrong: string[] = [];
      for (const { resource, required } of clusterResources) {
        for (const state of losses) {
          const blind = judge(without(capture, resource, state));
          const healed = blind.checks.filter(
            check =>
              fired.has(check.code) &&
              (check.state === 'pass' || check.state === 'notApplicable'),
          );
          wrong.push(
            ...healed.map(({ code }) => `${resource} ${state}: ${code}`),
          );
          if (
            blind.verdict === 'healthy' &&
            (required || whole.verdict !== 'healthy')
          ) {
            wrong.push(`${resource} ${state}: healthy`);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  run.each(names)('keeps what was known of %s while memory lasts', name => {
    const capture = readRecorded(name);
    const first = assess(
      projectCapture(capture),
      undefined,
      capture.capturedAt,
    );
    const later = new Date(
      Date.parse(capture.capturedAt) + 60_000,
    ).toISOString();
    const loud = first.assessment.findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ id }) => id);
    for (const { resource } of clusterResources) {
      const { assessment } = assess(
        projectCapture(without(capture, resource, 'unreachable')),
        JSON.parse(JSON.stringify(first.memory)),
        later,
      );
      const kept = new Set(assessment.findings.map(({ id }) => id));
      const checks = new Map(
        assessment.checks.map(({ code, state }) => [code, state]),
      );
      const lost = first.assessment.findings.filter(
        ({ id, code }) =>
          loud.includes(id) && !kept.has(id) && checks.get(code) === 'unknown',
      );
      expect(lost).toEqual([]);
    }
  });
});
