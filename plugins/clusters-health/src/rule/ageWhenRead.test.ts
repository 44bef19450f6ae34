import { karpenterLease, NOW, snapshotOf } from '../testing/world';
import { assess } from '../assess/assess';

/** The lease was renewed 70 s ago; the list of leases is as old as given. */
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

describe('a lease that is listed now and then', () => {
  it.each([
    ['followed: 70 s late', undefined, true],
    ['just listed: 70 s late', 0, true],
    ['listed 5 s ago: 65 s late', 5, true],
    ['listed 30 s ago: 40 s late when it was read', 30, false],
    ['listed in the future: judged as of now', -30, true],
  ])('%s', (_, secondsSinceRead, expected) => {
    expect(isLost(secondsSinceRead)).toBe(expected);
  });
});
