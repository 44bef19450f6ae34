import {
  healthyCluster,
  largeCluster,
  NOW,
  type ObjectsByResource,
} from '@clusterworks/kube-fixtures';
import { allKinds, assess, projectCapture } from '.';

function findingsOf(objects: ObjectsByResource) {
  const snapshot = projectCapture({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: 'test',
    capturedAt: NOW,
    serverVersion: 'v1.35.4-eks-1a2b3c4',
    resources: allKinds.map(({ groupResource, resource }) => ({
      resource: groupResource,
      state: 'ok' as const,
      items: objects[resource] ?? [],
    })),
  });
  const { verdict, findings } = assess(snapshot, undefined, NOW).assessment;
  return {
    verdict,
    findings: findings.map(({ code, title }) => [code, title]),
  };
}

/**
 * A rule's test changes one thing in these clusters, so nothing else may be
 * wrong in them.
 */
describe('the healthy clusters that tests change', () => {
  it.each([
    ['healthyCluster', healthyCluster()],
    ['largeCluster', largeCluster(20, 200)],
  ])('%s has no finding', (_name, objects) => {
    expect(findingsOf(objects)).toEqual({ verdict: 'healthy', findings: [] });
  });
});
