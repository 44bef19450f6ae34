import { versionOutlook } from './versionOutlook';

const row = (kubernetes?: string, karpenter = '1.14.3', cilium = '1.19.9') => ({
  versions: {
    kubernetes: { observed: kubernetes },
    karpenter: { observed: karpenter },
    cilium: { observed: cilium },
  },
});

describe('versionOutlook', () => {
  it('knows when support ends', () => {
    expect(versionOutlook(row('1.35.4'), '2026-11-22')).toMatchObject({
      supportUntil: '2027-03-27',
      isPast: false,
      next: '1.36',
    });
    expect(versionOutlook(row('1.31.9'), '2026-11-22')).toMatchObject({
      isPast: true,
      next: '1.32',
    });
  });

  it('names what blocks the next minor', () => {
    const outlook = versionOutlook(
      row('1.31.9', '1.1.1', '1.16.5'),
      '2026-11-22',
    );
    expect(outlook?.blockers).toEqual(
      expect.arrayContaining([expect.stringMatching(/Karpenter 1.1.1/)]),
    );
  });

  it('says nothing of what it does not know', () => {
    expect(versionOutlook(row(undefined), '2026-11-22')).toBeUndefined();
    expect(versionOutlook(row('9.99.0'), '2026-11-22')).toMatchObject({
      supportUntil: undefined,
      isPast: false,
      next: undefined,
    });
  });
});
