import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ResourceLedger } from '@clusterworks/plugin-clusters-common';
import { formatAmount, measureNumber } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { MeasureValue } from '../MeasureValue';
import { UsageBar } from '../UsageBar';
import { usedShare } from './ledger';
import styles from './KarpenterTab.module.css';

/** `162 / 2,000` with a bar; a resource without a limit says so. */
export function LedgerCell(props: { entry: ResourceLedger | undefined }) {
  const { entry } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (!entry) {
    return <>—</>;
  }
  const share = usedShare(entry);
  return (
    <span className={styles.ledgerCell}>
      <span>
        <MeasureValue
          measure={entry.used}
          format={value => formatAmount(entry.resource, value)}
        />
        <span className={styles.quiet}>
          {' / '}
          {entry.limit === undefined
            ? t('karpenter.noLimit')
            : formatAmount(entry.resource, entry.limit)}
        </span>
      </span>
      {share && <UsageBar share={measureNumber(share)} />}
    </span>
  );
}
