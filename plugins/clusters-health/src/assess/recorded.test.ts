import { assess } from './assess';
import { projectCapture } from '../kinds';
import { readRecorded, readTruth, recordedPresent } from '../testing/recorded';

const always = ['karpenter/L12', 'karpenter/P8', 'karpenter/P10'];

describe('clusters that real controllers wrote', () => {
  const run = recordedPresent ? it : it.skip;
  const names = recordedPresent ? Object.keys(readTruth()) : ['(absent)'];

  run.each(names)('judges %s as it is', name => {
    const truth = readTruth()[name];
    const capture = readRecorded(name);
    const { assessment } = assess(
      projectCapture(capture),
      undefined,
      capture.capturedAt,
    );
    const shown = assessment.findings.map(
      finding => `${finding.severity} ${finding.code} ${finding.title}`,
    );
    const codes = assessment.findings.map(finding => finding.code);
    const own = (code: string) => code.startsWith('clusterworks/');
    const alarms = assessment.findings
      .filter(finding => finding.severity !== 'info')
      .filter(
        ({ code }) =>
          ![...truth.findings, ...(truth.may ?? []), ...always].includes(
            code,
          ) && !(name === 'node-not-ready' && own(code)),
      )
      .map(finding => `${finding.severity} ${finding.code} ${finding.title}`);
    expect({ shown, verdict: assessment.verdict }).toEqual({
      shown,
      verdict: truth.verdict,
    });
    expect(codes).toEqual(expect.arrayContaining(truth.findings));
    expect(alarms).toEqual([]);
  });
});
