import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryResponse } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';
import { VerdictMark } from '../VerdictMark';
import styles from './ClusterOverview.module.css';

const CHANGES_SHOWN = 5;

/** The latest changes of the verdict, with their times. */
export function RecentChanges(props: { history: HistoryResponse }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const changes = [...props.history.verdictChanges]
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, CHANGES_SHOWN);
  return (
    <section className={styles.summary}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('overview.recent')}
      </Text>
      {changes.length === 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('overview.noChanges')}
        </Text>
      )}
      <ul className={styles.changes}>
        {changes.map(change => (
          <li key={change.at}>
            <RelativeTime at={change.at} />
            <span>
              <VerdictMark verdict={change.to} shapeOnly /> {change.headline}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
