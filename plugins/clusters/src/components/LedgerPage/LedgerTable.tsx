import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LedgerRange } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { ShortName } from '../ShortName';
import { useClusterHref } from '../../hooks/useClusterHref';
import styles from './LedgerPage.module.css';

function Overlaps(props: { range: LedgerRange }) {
  const { overlaps, overlapsTotal } = props.range;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const more = overlapsTotal - overlaps.length;
  return (
    <>
      {[
        ...overlaps.map(({ cluster, cidr, mayBeSameVpc }) =>
          t(mayBeSameVpc ? 'ledger.sameVpc' : 'ledger.overlapText', {
            cluster,
            cidr,
          }),
        ),
        ...(more > 0 ? [t('ledger.more', { total: formatNumber(more) })] : []),
      ].join(', ') || t('ledger.none')}
    </>
  );
}

/** The ranges of addresses, in their order. */
export function LedgerTable(props: { ranges: LedgerRange[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount } = useFormat();
  const hrefOf = useClusterHref();
  const columns: DataColumn<LedgerRange>[] = [
    {
      id: 'cidr',
      header: t('ledger.columns.cidr'),
      isRowHeader: true,
      render: row => <span className={styles.cidr}>{row.cidr}</span>,
    },
    {
      id: 'kind',
      header: t('ledger.columns.kind'),
      render: row => t(`ledger.kind.${row.kind}`),
    },
    {
      id: 'addresses',
      header: t('ledger.columns.addresses'),
      align: 'end',
      priority: 3,
      render: row => formatAmount('addresses', row.addresses),
    },
    {
      id: 'cluster',
      header: t('ledger.columns.cluster'),
      wraps: true,
      render: row => (
        <Link href={hrefOf(row)}>
          <ShortName name={row.cluster} />
        </Link>
      ),
    },
    {
      id: 'owner',
      header: t('ledger.columns.owner'),
      priority: 2,
      wraps: true,
      render: row => row.owner ?? '—',
    },
    {
      id: 'environment',
      header: t('ledger.columns.environment'),
      priority: 3,
      render: row => row.environment ?? '—',
    },
    {
      id: 'region',
      header: t('ledger.columns.region'),
      priority: 4,
      render: row => row.region ?? '—',
    },
    {
      id: 'overlaps',
      header: t('ledger.columns.overlaps'),
      wide: true,
      render: row => <Overlaps range={row} />,
      signature: row => String(row.overlapsTotal),
    },
  ];
  return (
    <DataTable
      label={t('ledger.table')}
      columns={columns}
      rows={props.ranges}
      rowKey={row => `${row.entityRef} ${row.kind} ${row.cidr}`}
    />
  );
}
