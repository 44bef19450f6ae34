import { operationsOfField } from './clusterOperations';

describe('operationsOfField', () => {
  it.each([
    ['metadata.owner', ['edit']],
    ['spec.network.endpoint.public', ['edit']],
    ['spec.karpenter.nodePools.gpu.weight', ['pool']],
    ['spec.karpenter.nodePools["a b"].weight', ['pool']],
    ['spec.karpenter.nodePools', ['pool']],
    ['spec.karpenter.nodePoolsOfAnother', ['edit']],
    ['spec.versions.kubernetes', ['upgrade']],
    ['spec.karpenter.amiRelease', ['images']],
    ['spec.gitops.argocd', ['handover']],
    ['spec.gitops.handedOver', ['handover']],
    ['spec.gitops', ['handover']],
    ['spec.decommission.stage', ['decommission']],
    ['spec.karpenter', ['edit', 'pool', 'images', 'freeze']],
  ])('assigns %s to %j', (path, expected) => {
    expect(operationsOfField(path)).toEqual(expected);
  });
});
