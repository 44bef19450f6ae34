import { sickCluster } from '@clusterworks/kube-fixtures';
import { viewCluster, viewInSteps } from '../view/viewCluster';
import { allKinds, projectCapture } from '../kinds';
import { runToEnd } from '../model/runToEnd';
import { NOW } from '../testing/world';
import { assess, assessInSteps } from './assess';

function snapshotOf(nodes: number, pods: number) {
  const objects = sickCluster(nodes, pods);
  return projectCapture({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: 'x',
    capturedAt: NOW,
    resources: allKinds.map(({ groupResource, resource }) => ({
      resource: groupResource,
      state: 'ok',
      items: objects[resource] ?? [],
    })),
  });
}

describe('a large cluster with faults everywhere', () => {
  const snapshot = snapshotOf(400, 2_000);
  const { assessment } = assess(snapshot, undefined, NOW);

  it('has several kinds of faults', () => {
    const fired = new Set(assessment.findings.map(({ rule }) => rule));
    expect(fired.size).toBeGreaterThan(10);
  });

  it('has no more findings of a rule than help, and says so', () => {
    const { assessment: larger } = assess(
      snapshotOf(8, 6 * 600),
      undefined,
      NOW,
    );
    const waiting = larger.findings.filter(
      ({ rule }) => rule === 'pods-waiting',
    );
    expect(waiting).toHaveLength(500);
    expect(larger.checks).toContainEqual({
      code: 'clusterworks/pods-waiting',
      title: expect.any(String),
      state: 'fired',
      reason: '600 findings, of which 500 are shown',
    });
  });

  it('gives the same result in many steps as in one', () => {
    const judged = assessInSteps(snapshot, undefined, NOW);
    expect(runToEnd(judged).assessment).toEqual(assessment);
    expect([...assessInSteps(snapshot, undefined, NOW)].length).toBeGreaterThan(
      50,
    );
    expect(runToEnd(viewInSteps(snapshot, NOW))).toEqual(
      viewCluster(snapshot, NOW),
    );
    expect([...viewInSteps(snapshot, NOW)].length).toBeGreaterThan(15);
  });
});
