import { usualVersion, waveVersions } from './waveVersions';

type Cluster = Parameters<typeof usualVersion>[1][number];

function cluster(
  next: string | undefined,
  { blocked = false, karpenter = '1.9.0' } = {},
): Cluster {
  return {
    versions: {
      kubernetes: {},
      karpenter: { desired: karpenter },
      cilium: {},
    },
    ...(next
      ? {
          nextKubernetes: {
            version: next,
            blockedBy: blocked ? ['karpenter'] : [],
          },
        }
      : {}),
  } as Cluster;
}

describe('usualVersion', () => {
  it.each<[string, Cluster[], string | undefined]>([
    [
      'what most may take next',
      [cluster('1.35'), cluster('1.36'), cluster('1.36')],
      '1.36',
    ],
    ['of two the lower one', [cluster('1.36'), cluster('1.35')], '1.35'],
    [
      'not what a component blocks',
      [cluster('1.36', { blocked: true }), cluster('1.35')],
      '1.35',
    ],
    ['nothing where nothing is known', [cluster(undefined)], undefined],
    ['nothing for no cluster', [], undefined],
  ])('takes %s', (_, clusters, expected) => {
    expect(usualVersion('kubernetes', clusters)).toBe(expected);
  });

  it('goes to the next line of Karpenter, not to the newest', () => {
    const [newest, ...older] = waveVersions.karpenter;
    const [from, to] = [older[3], older[2]];
    expect(usualVersion('karpenter', [cluster('', { karpenter: from })])).toBe(
      to,
    );
    expect(
      usualVersion('karpenter', [cluster('', { karpenter: newest })]),
    ).toBeUndefined();
    expect(usualVersion('cilium', [cluster('')])).toBeUndefined();
  });
});
