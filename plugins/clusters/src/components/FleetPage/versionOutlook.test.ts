import { type Component, versionOutlook } from './versionOutlook';

const row = (
  kubernetes?: string,
  karpenter: string | undefined = '1.14.3',
  cilium: string | undefined = '1.19.9',
) => ({
  versions: {
    kubernetes: { observed: kubernetes, desired: '1.35' },
    karpenter: { observed: karpenter || undefined, desired: '1.14.3' },
    cilium: { observed: cilium || undefined, desired: '1.19.9' },
  },
});

const TODAY = '2026-11-22';
const outlook = (component: Component, ...versions: Parameters<typeof row>) =>
  versionOutlook(row(...versions), component, TODAY);

describe('versionOutlook', () => {
  it('knows when support of each component ends', () => {
    expect(outlook('kubernetes', '1.35.4')).toMatchObject({
      version: '1.35.4',
      supportUntil: '2027-03-27',
      isPast: false,
      next: { version: '1.36', blockers: [] },
    });
    expect(outlook('kubernetes', '1.31.9')).toMatchObject({
      isPast: true,
      next: { version: '1.32' },
    });
    expect(outlook('cilium', '1.31.9', '1.8.2', '1.17.4')).toMatchObject({
      supportUntil: '2026-07-29',
      isPast: true,
    });
    expect(outlook('karpenter', '1.35.4')).toMatchObject({
      supportUntil: undefined,
      isPast: false,
      next: { version: '1.15.1', blockers: [] },
    });
  });

  it.each<[Component, Parameters<typeof row>, RegExp]>([
    ['kubernetes', ['1.31.9', '1.1.1', '1.16.5'], /Karpenter 1.1.1/],
    [
      'cilium',
      ['1.30.2', '1.8.2', '1.18.4'],
      /Cilium 1.19.9 supports .*not 1.30/,
    ],
  ])(
    'names what keeps %s from its next line',
    (component, versions, reason) => {
      expect(outlook(component, ...versions)?.next?.blockers).toEqual(
        expect.arrayContaining([expect.stringMatching(reason)]),
      );
    },
  );

  it('says nothing of a version that was not observed, even if the spec names one', () => {
    for (const component of ['kubernetes', 'karpenter', 'cilium'] as const) {
      expect(outlook(component, undefined, '', '')).toBeUndefined();
    }
  });

  it('does not know blockers where another component was not observed', () => {
    expect(outlook('kubernetes', '1.35.4', '1.14.3', '')?.next).toEqual({
      version: '1.36',
      unseen: ['cilium'],
    });
    expect(outlook('cilium', undefined)?.next).toEqual({
      version: '1.20.4',
      unseen: ['kubernetes'],
    });
  });

  it('does not guess beyond the lines that it knows', () => {
    expect(outlook('kubernetes', '9.99.0')).toMatchObject({
      isKnown: false,
      supportUntil: undefined,
      isPast: false,
      next: undefined,
    });
  });
});
