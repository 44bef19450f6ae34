import { nextKubernetes } from './nextKubernetes';
import { kubernetesLines } from './versionData';

const versions = {
  kubernetes: '1.34.2',
  karpenter: '1.14.3',
  cilium: '1.19.9',
};
const newest = kubernetesLines.map(({ minor }) => minor).at(-1);
const oldest = kubernetesLines[0].minor;

describe('nextKubernetes', () => {
  it('is free where all components work with it', () => {
    expect(nextKubernetes(versions)).toEqual({
      version: '1.35',
      blockedBy: [],
    });
  });

  it('names the components that have to be upgraded before', () => {
    const old = { kubernetes: '1.32.4', karpenter: '1.4.0', cilium: '1.18.14' };
    expect(nextKubernetes(old)).toEqual({
      version: '1.33',
      blockedBy: ['karpenter'],
    });
    const both = {
      kubernetes: '1.34.2',
      karpenter: '1.8.8',
      cilium: '1.17.18',
    };
    expect(nextKubernetes(both)?.blockedBy).toEqual(['karpenter', 'cilium']);
  });

  it.each([
    ['no version of Kubernetes', { kubernetes: undefined }],
    ['a version that is none', { kubernetes: 'latest' }],
    ['no version of Karpenter', { karpenter: undefined }],
    ['no version of Cilium', { cilium: undefined }],
    ['a Karpenter of no known line', { karpenter: '1.99.0' }],
    ['the newest version', { kubernetes: newest }],
  ])('is not known with %s', (_what, part) => {
    expect(nextKubernetes({ ...versions, ...part })).toBeUndefined();
  });

  it('is the oldest known version after one that is no longer known', () => {
    expect(nextKubernetes({ ...versions, kubernetes: '1.20' })?.version).toBe(
      oldest,
    );
  });
});
