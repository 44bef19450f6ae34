import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  CountedAs,
  FleetResponse,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { Flash } from '../Flash';
import { VerdictMark, verdictsWorstFirst } from '../VerdictMark';
import { hasTerm, toggleTerm } from './filterTerms';
import styles from './FleetPage.module.css';

const ORDER: CountedAs[] = [...verdictsWorstFirst, 'building'];

function isBuilding(verdict: CountedAs): verdict is 'building' {
  return verdict === 'building';
}

/** How many clusters have which verdict; pressing one shows only those. */
export function VerdictCounts(props: {
  /** Absent while nothing is known of them. */
  totals: FleetResponse['totals'] | undefined;
  filter: string;
  onFilterChange: (filter: string) => void;
}) {
  const { totals, filter, onFilterChange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  // Usually no cluster is being built, so a zero is hidden unless it is the
  // pressed one.
  const isShown = (verdict: CountedAs) =>
    !isBuilding(verdict) ||
    Boolean(totals?.building) ||
    hasTerm(filter, 'verdict', verdict);
  const isDiffering = hasTerm(filter, 'differs', 'any');
  return (
    <div className={styles.counts} role="group" aria-label={t('fleet.totals')}>
      {ORDER.filter(isShown).map(verdict => {
        const isPressed = hasTerm(filter, 'verdict', verdict);
        const word = isBuilding(verdict)
          ? t('phase.building')
          : t(`verdict.${verdict}`);
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
            onClick={() =>
              onFilterChange(toggleTerm(filter, 'verdict', verdict))
            }
          >
            <Flash signature={String(totals?.[verdict])}>
              <span className={styles.countNumber}>
                {totals?.[verdict] === undefined
                  ? '—'
                  : formatNumber(totals[verdict])}
              </span>
            </Flash>{' '}
            <VerdictMark
              verdict={isBuilding(verdict) ? 'unknown' : verdict}
              word={word}
              isResting={!totals?.[verdict]}
            />
          </button>
        );
      })}
      {(Boolean(totals?.differing) || isDiffering) && (
        <button
          type="button"
          className={styles.count}
          aria-pressed={isDiffering}
          onClick={() => onFilterChange(toggleTerm(filter, 'differs', 'any'))}
        >
          {t('fleet.differing', { count: totals?.differing ?? 0 })}
        </button>
      )}
    </div>
  );
}
