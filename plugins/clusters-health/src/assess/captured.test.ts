import { assess } from './assess';
import { allowListed, type ClusterCapture, projectCapture } from '../kinds';
import { readRecorded, readTruth, recordedPresent } from '../testing/recorded';

/** Rules that read environment variables, which a capture never contains. */
const environmentRules = ['karpenter/C5', 'cilium/D14'];

function judge(capture: ClusterCapture) {
  const { assessment } = assess(
    projectCapture(JSON.parse(JSON.stringify(capture))),
    undefined,
    capture.capturedAt,
  );
  return {
    ...assessment,
    checks: assessment.checks.filter(
      ({ code }) => !environmentRules.includes(code),
    ),
  };
}

describe('a capture with only the fields that are read', () => {
  const run = recordedPresent ? it : it.skip;
  const names = recordedPresent ? Object.keys(readTruth()) : ['(absent)'];

  run.each(names)('gives the same judgement of %s', name => {
    const capture = readRecorded(name);
    expect(judge(allowListed(capture))).toEqual(judge(capture));
  });
});
