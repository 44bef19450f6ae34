import type { SourceState } from '@clusterworks/plugin-clusters-common';
import { assess } from './assess';
import type { Snapshot, SourceName } from '../kinds';
import { allKinds, projectCapture, sourceNames } from '../kinds';
import { readRecorded, readTruth, recordedPresent } from '../testing/recorded';

const losses: SourceState[] = [
  'reading',
  'forbidden',
  'noCredentials',
  'unreachable',
  'notInstalled',
  'stale',
  'notProvisioned',
  'notCollected',
  'notRead',
];

function without(
  snapshot: Snapshot,
  lost: SourceName,
  state: SourceState,
): Snapshot {
  return {
    ...snapshot,
    resources: { ...snapshot.resources, [lost]: { state, items: [] } },
  };
}

describe('losing a source', () => {
  const run = recordedPresent ? it : it.skip;
  const names = recordedPresent ? Object.keys(readTruth()) : ['(absent)'];

  run.each(names)(
    'never turns a finding of %s into a pass, nor its verdict into healthy',
    name => {
      const capture = readRecorded(name);
      const snapshot = projectCapture(capture);
      const judge = (given: Snapshot) =>
        assess(given, undefined, capture.capturedAt).assessment;
      const whole = judge(snapshot);
      const fired = new Set(
        whole.checks
          .filter(({ state }) => state === 'fired')
          .map(({ code }) => code),
      );
      const wrong: string[] = [];
      for (const { resource: source, required } of allKinds) {
        for (const state of losses) {
          const blind = judge(without(snapshot, source, state));
          const healed = blind.checks.filter(
            check =>
              fired.has(check.code) &&
              (check.state === 'pass' || check.state === 'notApplicable'),
          );
          wrong.push(
            ...healed.map(({ code }) => `${source} ${state}: ${code}`),
          );
          if (
            blind.verdict === 'healthy' &&
            (required || whole.verdict !== 'healthy')
          ) {
            wrong.push(`${source} ${state}: healthy`);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  run.each(names)('keeps what was known of %s while memory lasts', name => {
    const capture = readRecorded(name);
    const snapshot = projectCapture(capture);
    const first = assess(snapshot, undefined, capture.capturedAt);
    const later = new Date(
      Date.parse(capture.capturedAt) + 60_000,
    ).toISOString();
    const loud = first.assessment.findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ id }) => id);
    for (const source of sourceNames) {
      const { assessment } = assess(
        without(snapshot, source, 'unreachable'),
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
