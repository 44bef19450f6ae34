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

  const [newestCilium, before] = waveVersions.cilium;
  const isOf = (line: string) => (each: string) => each.startsWith(`${line}.`);
  const of119 = waveVersions.cilium.find(isOf('1.19'));
  const of117 = waveVersions.cilium.find(isOf('1.17'));

  it.each<[string, string, string | undefined, string | undefined]>([
    ['the newest of its own line', '1.19.7', '1.35', of119],
    ['the next line after that', before, '1.36', newestCilium],
    ['the next line where the own one does not fit', '1.16.5', '1.33', of117],
    ['none that Kubernetes does not fit', before, '1.30', undefined],
    [
      'the newest of its own line when Kubernetes is not known',
      'v1.19.7',
      undefined,
      of119,
    ],
    [
      'the next line for a version without a patch',
      '1.19',
      '1.35',
      newestCilium,
    ],
    ['nothing for the newest one', newestCilium, '1.36', undefined],
  ])('takes for Cilium %s', (_, cilium, kubernetes, expected) => {
    const { versions } = cluster('');
    const of = {
      ...cluster(''),
      versions: {
        ...versions,
        cilium: { observed: cilium },
        kubernetes: { observed: kubernetes },
      },
    } as Cluster;
    expect(usualVersion('cilium', [of])).toBe(expected);
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
