import { readClusterSpecYaml } from '../spec';
import { takeWhatRuns, type WhatRuns } from './takeWhatRuns';

const text = `apiVersion: clusterworks.dev/v1alpha1
kind: Cluster
metadata:
  name: payments-dev
  owner: group:default/payments
spec:
  environment: dev
  region: eu-west-1
  # Asked for by finance.
  tags:
    cost-center: '4711'
    team: a
  versions:
    kubernetes: '1.33' # until the freeze ends
    karpenter: 1.13.0
    cilium: 1.18.4
  network:
    vpcCidr: 10.40.0.0/16
  karpenter:
    amiRelease: v20261001
`;
const seen: WhatRuns = {
  versions: { kubernetes: '1.33.9', karpenter: '1.13.0', cilium: '1.18.4' },
  imageReleases: ['2026-10-01'],
  nodeTags: [{ 'cost-center': '4711', team: 'a', cni: 'cilium' }],
};

const taken = (change: Partial<WhatRuns>) => {
  const found = takeWhatRuns(text, { ...seen, ...change });
  return found && { ...found, spec: readClusterSpecYaml(found.text).spec };
};

describe('takeWhatRuns', () => {
  it('reads the fixture', () => {
    expect(readClusterSpecYaml(text).issues).toEqual([]);
  });

  it.each<[string, Partial<WhatRuns>, object]>([
    [
      'a newer Kubernetes, as its minor version',
      { versions: { kubernetes: '1.34.1' } },
      { versions: { kubernetes: '1.34', karpenter: '1.13.0' } },
    ],
    [
      'only the first of several components, because they move one at a time',
      {
        versions: {
          kubernetes: '1.35.1',
          karpenter: '1.14.3',
          cilium: '2.0.0',
        },
      },
      {
        versions: { kubernetes: '1.33', karpenter: '1.14.3', cilium: '1.18.4' },
      },
    ],
    [
      'the release of the images',
      { imageReleases: ['2026-11-12', '2026-11-12'] },
      { karpenter: { amiRelease: 'v20261112' } },
    ],
    [
      'an older release of the images, to which somebody went back',
      { imageReleases: ['2026-09-01'] },
      { karpenter: { amiRelease: 'v20260901' } },
    ],
    [
      'the value of a tag that all EC2NodeClasses have',
      {
        nodeTags: [{ 'cost-center': '12', team: 'a' }, { 'cost-center': '12' }],
      },
      { tags: { 'cost-center': '12', team: 'a' } },
    ],
  ])('takes %s', (_what, change, expected) => {
    const found = taken(change);
    expect(found?.spec?.spec).toMatchObject(expected);
    expect(found?.fields).toHaveLength(1);
    expect(found?.text).toContain('# until the freeze ends');
    expect(found?.text).toContain('# Asked for by finance.');
  });

  it.each<[string, Partial<WhatRuns>]>([
    ['nothing that is as git wants it', {}],
    ['no older version: git is ahead', { versions: { kubernetes: '1.32.2' } }],
    ['no version that was not seen', { versions: {} }],
    ['no version that is none', { versions: { cilium: 'latest' } }],
    [
      'no image while there are several',
      { imageReleases: ['2026-11-12', '2026-10-01'] },
    ],
    [
      'no tag that differs by NodeClass, or is missing',
      { nodeTags: [{ 'cost-center': '1' }, { 'cost-center': '2' }] },
    ],
    ['no tags of others', { nodeTags: [{ ...seen.nodeTags[0], x: 'y' }] }],
  ])('takes %s', (_what, change) => {
    expect(taken(change)).toBeUndefined();
  });

  it('takes nothing into a text that cannot be read', () => {
    expect(takeWhatRuns('spec: [', seen)).toBeUndefined();
  });
});
