import { ledgerCsv } from './ledgerCsv';
import type { LedgerResponse } from './ledgerSchema';

const ledger: LedgerResponse = {
  ranges: [
    {
      cidr: '10.40.0.0/16',
      kind: 'vpc',
      addresses: 65_536,
      cluster: 'a',
      entityRef: 'resource:default/a',
      owner: 'group:default/x, "y"',
      overlaps: [
        { cluster: 'b', cidr: '10.0.0.0/8', kind: 'vpc', mayBeSameVpc: false },
      ],
      overlapsTotal: 22,
    },
  ],
  unknown: [
    {
      cluster: '=HYPERLINK("http://x")',
      entityRef: 'resource:default/c',
      reason: '@no\nranges',
    },
  ],
  free: {
    certainty: 'exact',
    blocks: [{ cidr: '10.41.0.0/16', addresses: 65_536 }],
  },
};

describe('ledgerCsv', () => {
  it('quotes, counts, and makes no formula of what users wrote', () => {
    expect(ledgerCsv(ledger).split('\r\n')).toEqual([
      'cidr,kind,addresses,cluster,owner,environment,region,accountId,overlaps,note',
      '10.40.0.0/16,vpc,65536,a,"group:default/x, ""y""",,,,b 10.0.0.0/8; 21 more,',
      `,unknown,,"'=HYPERLINK(""http://x"")",,,,,,"'@no\nranges"`,
      '10.41.0.0/16,free,65536,,,,,,,',
      '',
    ]);
  });

  it('calls nothing free that may be taken', () => {
    const text = ledgerCsv({
      ...ledger,
      free: { ...ledger.free, certainty: 'atMost' },
    });
    expect(text).toContain('10.41.0.0/16,not known to be taken,');
    expect(text).not.toContain('free');
  });
});
