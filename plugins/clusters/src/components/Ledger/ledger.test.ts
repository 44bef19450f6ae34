import type { ResourceLedger } from '@clusterworks/plugin-clusters-common';
import { leftOf, provisionedShare } from './ledger';

const entry = (overrides: Partial<ResourceLedger>): ResourceLedger => ({
  resource: 'cpu',
  limit: 100,
  provisioned: { certainty: 'exact', value: 81 },
  ...overrides,
});

describe('ledger', () => {
  it('says what is left and what share is provisioned', () => {
    expect(leftOf(entry({}))).toEqual({ certainty: 'exact', value: 19 });
    expect(provisionedShare(entry({}))).toEqual({
      certainty: 'exact',
      value: 0.81,
    });
  });

  it('has no share without a limit', () => {
    expect(leftOf(entry({ limit: undefined }))).toBeUndefined();
    expect(provisionedShare(entry({ limit: undefined }))).toBeUndefined();
    expect(provisionedShare(entry({ limit: 0 }))).toBeUndefined();
  });

  it('stays unknown when nobody knows what is provisioned', () => {
    const provisioned = {
      certainty: 'unknown' as const,
      reason: 'not reported yet',
    };
    expect(leftOf(entry({ provisioned }))).toEqual(provisioned);
    expect(provisionedShare(entry({ provisioned }))).toEqual(provisioned);
  });

  it('does not call a bound exact', () => {
    const provisioned = { certainty: 'atLeast' as const, value: 81 };
    expect(leftOf(entry({ provisioned }))).toEqual({
      certainty: 'atMost',
      value: 19,
    });
    expect(provisionedShare(entry({ provisioned }))).toEqual({
      certainty: 'atLeast',
      value: 0.81,
    });
  });
});
