import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { StateNotice } from '../StateNotice';
import styles from './LedgerPage.module.css';

/**
 * The private ranges that no cluster has. They are called free only when the
 * ranges of every cluster are known.
 */
export function FreeRanges(props: { free: LedgerResponse['free'] }) {
  const { certainty, reason, blocks } = props.free;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount } = useFormat();
  if (certainty === 'unknown') {
    return (
      <StateNotice kind="empty" title={t('ledger.noFree')} text={reason} />
    );
  }
  return (
    <section className={styles.free}>
      <Text as="h2" variant="title-x-small">
        {t(certainty === 'exact' ? 'ledger.free' : 'ledger.untaken')}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {reason ?? t('ledger.freeText')}
      </Text>
      <DataTable
        label={t('ledger.freeTable')}
        columns={[
          {
            id: 'cidr',
            header: t('ledger.columns.cidr'),
            isRowHeader: true,
            render: row => <span className={styles.cidr}>{row.cidr}</span>,
          },
          {
            id: 'addresses',
            header: t('ledger.columns.addresses'),
            align: 'end',
            render: row => formatAmount('addresses', row.addresses),
          },
        ]}
        rows={blocks}
        rowKey={row => row.cidr}
      />
    </section>
  );
}
