import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FleetResponse,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { Flash } from '../Flash';
import { VerdictMark } from '../VerdictMark';
import { hasVerdictTerm, toggleVerdictTerm } from './filterTerms';
import styles from './FleetPage.module.css';

const ORDER: Verdict[] = ['critical', 'degraded', 'unknown', 'healthy'];

/** How many clusters have which verdict; pressing one shows only those. */
export function VerdictCounts(props: {
  /** Absent while nothing is known of them. */
  totals: FleetResponse['totals'] | undefined;
  filter: string;
  onFilterChange: (filter: string) => void;
}) {
  const { totals, filter, onFilterChange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <div className={styles.counts} role="group" aria-label={t('fleet.totals')}>
      {ORDER.map(verdict => {
        const isPressed = hasVerdictTerm(filter, verdict);
        const word = t(`verdict.${verdict}`);
        return (
          <button
            key={verdict}
            type="button"
            className={styles.count}
            aria-pressed={isPressed}
            title={
              isPressed
                ? t('fleet.allVerdicts')
                : t('fleet.onlyVerdict', { verdict: word })
            }
            onClick={() => onFilterChange(toggleVerdictTerm(filter, verdict))}
          >
            <Flash signature={String(totals?.[verdict])}>
              <span className={styles.countNumber}>
                {totals?.[verdict] ?? '—'}
              </span>
            </Flash>{' '}
            <VerdictMark verdict={verdict} isResting={!totals?.[verdict]} />
          </button>
        );
      })}
    </div>
  );
}
