import { versionLabels } from './versionLabels';

describe('versionLabels', () => {
  it('gives each version and its minor, and none that is no valid label', () => {
    expect(
      versionLabels({ kubernetes: 'v1.35.4-eks-1a2b', karpenter: '1.14.3' }),
    ).toEqual({
      'clusterworks.dev/kubernetes-version': '1.35.4-eks-1a2b',
      'clusterworks.dev/kubernetes-version-minor': '1.35',
      'clusterworks.dev/karpenter-version': '1.14.3',
      'clusterworks.dev/karpenter-version-minor': '1.14',
    });
    expect(versionLabels({ kubernetes: '1.35.0+k3s1' })).toMatchObject({
      'clusterworks.dev/kubernetes-version': '1.35.0',
    });
    expect(versionLabels({ cilium: 'sha256:abc', karpenter: '' })).toEqual({});
  });
});
