import { karpenterLease, NOW, snapshotOf } from '../testing/world';
import { assess } from '../assess/assess';

/**
 * Whether leader-lost fires for a lease that was renewed 70 s ago, in a list of
 * leases of the given age.
 */
function isLost(secondsSinceRead: number | undefined) {
  const snapshot = snapshotOf({ leases: [karpenterLease(70 / 60)] });
  if (secondsSinceRead !== undefined) {
    snapshot.resources.leases.readAt =
      Date.parse(NOW) - secondsSinceRead * 1000;
  }
  const { assessment } = assess(snapshot, undefined, NOW);
  return assessment.findings.some(
    ({ code, severity }) => code === 'karpenter/C3' && severity === 'critical',
  );
}

describe('a lease that is listed at intervals', () => {
  it.each([
    ['followed: 70 s late', undefined, true],
    ['just listed: 70 s late', 0, true],
    ['listed 5 s ago: 65 s late', 5, true],
    ['listed 30 s ago: 40 s late when it was read', 30, false],
    ['listed in the future: the present time counts', -30, true],
  ])('%s', (_, secondsSinceRead, expected) => {
    expect(isLost(secondsSinceRead)).toBe(expected);
  });
});
