import { assess, projectCapture } from '@clusterworks/plugin-clusters-health';
import { standardCluster } from './standardCluster';

describe('standardCluster', () => {
  it('is healthy, so that a case differs only by its change', () => {
    const capture = standardCluster().capture();
    const { assessment } = assess(
      projectCapture(capture),
      undefined,
      capture.capturedAt,
    );
    const loud = assessment.findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, title }) => `${code} ${title}`);
    expect(loud).toEqual([]);
    expect(assessment.verdict).toBe('healthy');
  });
});
