import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from '@clusterworks/plugin-clusters-common';
import { DAY_MS } from '../../format';
import { useNow } from '../../hooks/useNow';
import type { TimeRange } from '../../hooks/useTimeRange';
import { clustersTranslationRef } from '../../translation';
import { FindingLink } from '../FindingLink';
import { RelativeTime } from '../RelativeTime';
import { useLastVisit } from './useLastVisit';
import { changesSince } from './visits';
import styles from './LastVisit.module.css';

/** Of more than this, the number says enough. */
const SHOWN = 5;

/**
 * The findings that came and went since the user last looked at the cluster.
 * Nothing at the first visit, or when nothing changed.
 */
export function SinceLastVisit(props: {
  cluster: string;
  findings: readonly Finding[] | undefined;
  onRange: (range: TimeRange) => void;
}) {
  const { cluster, findings, onRange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const visit = useLastVisit(cluster, findings);
  const now = useNow();
  if (!visit || !findings) {
    return null;
  }
  const { came, went } = changesSince(visit, findings);
  if (came.length + went.length === 0) {
    return null;
  }
  return (
    <section className={styles.visit} aria-label={t('visit.title')}>
      <div className={styles.head}>
        <strong>
          <RelativeTime
            at={new Date(visit.at).toISOString()}
            words={duration => t('visit.since', { duration })}
          />{' '}
          {[
            came.length > 0 && t('visit.came', { count: came.length }),
            went.length > 0 && t('visit.went', { count: went.length }),
          ]
            .filter(Boolean)
            .join(', ')}
        </strong>
        <Button
          size="small"
          variant="secondary"
          onPress={() =>
            onRange({
              from: Math.max(visit.at, now - DAY_MS),
              until: now + 60_000,
            })
          }
        >
          {t('visit.show')}
        </Button>
      </div>
      <ul className={styles.list}>
        {came.slice(0, SHOWN).map(finding => (
          <li key={finding.id}>
            <FindingLink finding={finding} />
          </li>
        ))}
        {went.slice(0, SHOWN).map(({ id, title }) => (
          <li key={id} className={styles.went}>
            {t('visit.gone', { title })}
          </li>
        ))}
      </ul>
    </section>
  );
}
