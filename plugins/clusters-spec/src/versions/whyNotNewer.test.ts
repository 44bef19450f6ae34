import { kubernetesLines } from './versionData';
import { versionProfiles } from './versionProfiles';
import { whyNotNewer } from './whyNotNewer';

const newest = kubernetesLines.at(-1)?.minor ?? '';
const set = { ...versionProfiles.latest.versions, argocd: '3.5.7' };
const today = '2026-11-30';

describe('why a set has no newer Kubernetes', () => {
  it.each([
    // 1.33 is in extended support, which is no reason to stay at 1.32.
    ['nothing against the next', { ...set, kubernetes: '1.32' }, undefined],
    ['no next', { ...set, kubernetes: newest }, undefined],
    [
      'a component that does not work with it',
      { ...set, kubernetes: '1.31', karpenter: '1.1.1' },
      { version: '1.32', reason: expect.stringMatching(/^Karpenter 1.1.1 /) },
    ],
  ])('is known of %s', (_, versions, expected) => {
    expect(whyNotNewer(versions, today)).toEqual(expected);
  });
});
