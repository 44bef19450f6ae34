import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ResourceLedger } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { LedgerBar } from '../Ledger';
import { MeasureValue } from '../MeasureValue';
import styles from './KarpenterTab.module.css';

/** `162 / 2,000` with a bar; a resource without a limit says so. */
export function LedgerCell(props: { entry: ResourceLedger | undefined }) {
  const { entry } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount } = useFormat();
  if (!entry) {
    return <>—</>;
  }
  return (
    <span className={styles.ledgerCell}>
      <span>
        <MeasureValue
          measure={entry.provisioned}
          format={value => formatAmount(entry.resource, value)}
        />
        <span className={styles.quiet}>
          {' / '}
          {entry.limit === undefined
            ? t('karpenter.noLimit')
            : formatAmount(entry.resource, entry.limit)}
        </span>
      </span>
      <LedgerBar entry={entry} />
    </span>
  );
}
