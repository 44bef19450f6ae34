import { expiresAt } from './expiresAt';

const DAY = 24 * 3_600_000;

describe('expiresAt', () => {
  it.each([
    ['its own', '48h', '24h', 2 * DAY],
    ['of its pool', undefined, '24h', DAY],
    ['of Karpenter', undefined, undefined, 30 * DAY],
    ['never', 'Never', '24h', undefined],
    ['unreadable', 'soon', '24h', undefined],
  ])('is %s', (_, own, ofPool, at) => {
    expect(
      expiresAt({ createdAt: 0, expireAfter: own }, { expireAfter: ofPool }),
    ).toBe(at);
  });

  it('is not known of a claim without a beginning', () => {
    expect(
      expiresAt({ createdAt: undefined, expireAfter: '1h' }, undefined),
    ).toBeUndefined();
  });
});
