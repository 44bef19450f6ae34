import type { ResourceLedger } from '@clusterworks/plugin-clusters-common';
import { leftOf, usedShare } from './ledger';

const entry = (overrides: Partial<ResourceLedger>): ResourceLedger => ({
  resource: 'cpu',
  limit: 100,
  used: { certainty: 'exact', value: 81 },
  ...overrides,
});

describe('ledger', () => {
  it('says what is left and what share is used', () => {
    expect(leftOf(entry({}))).toEqual({ certainty: 'exact', value: 19 });
    expect(usedShare(entry({}))).toEqual({ certainty: 'exact', value: 0.81 });
  });

  it('has no share without a limit', () => {
    expect(leftOf(entry({ limit: undefined }))).toBeUndefined();
    expect(usedShare(entry({ limit: undefined }))).toBeUndefined();
    expect(usedShare(entry({ limit: 0 }))).toBeUndefined();
  });

  it('stays unknown when the usage is unknown', () => {
    const used = { certainty: 'unknown' as const, reason: 'not reported yet' };
    expect(leftOf(entry({ used }))).toEqual(used);
    expect(usedShare(entry({ used }))).toEqual(used);
  });

  it('does not call a bound exact', () => {
    const used = { certainty: 'atLeast' as const, value: 81 };
    expect(leftOf(entry({ used }))).toEqual({
      certainty: 'estimate',
      value: 19,
    });
  });
});
