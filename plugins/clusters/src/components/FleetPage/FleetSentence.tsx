import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetResponse } from '@clusterworks/plugin-clusters-common';
import { shortNames } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';
import { ClusterMark } from '../VerdictMark';
import { useClusterHref } from '../../hooks/useClusterHref';
import { worstRow } from './worstRow';
import styles from './FleetPage.module.css';

/**
 * The headline of the fleet page: the worst problem and how long it has
 * lasted.
 */
export function FleetSentence(props: {
  /** Absent while nothing is known of it. */
  fleet: FleetResponse | undefined;
  isWrongFilter: boolean;
}) {
  const { fleet, isWrongFilter } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  if (!fleet) {
    return (
      <Text as="h2" variant="title-x-small" className={styles.sentence}>
        {t(isWrongFilter ? 'fleet.filterProblemTitle' : 'fleet.notKnown')}
      </Text>
    );
  }
  const worst = worstRow(fleet.items);
  if (!worst) {
    const isAllHealthy =
      fleet.totals.clusters > 0 &&
      fleet.totals.healthy === fleet.totals.clusters;
    return (
      <Text as="h2" variant="title-x-small" className={styles.sentence}>
        {isAllHealthy
          ? t('fleet.allHealthy', { count: fleet.totals.clusters })
          : t('fleet.noneCritical')}
      </Text>
    );
  }
  return (
    <Text as="h2" variant="title-x-small" className={styles.sentence}>
      <ClusterMark row={worst} />
      {' · '}
      <Link href={hrefOf(worst)} variant="title-x-small">
        {worst.name}
      </Link>
      {': '}
      <span title={worst.headline.text}>{shortNames(worst.headline.text)}</span>
      {worst.headline.since && (
        <>
          {' '}
          <RelativeTime
            at={worst.headline.since}
            atLeast={worst.headline.sinceAtLeast}
            words={duration => `(${duration})`}
          />
        </>
      )}
    </Text>
  );
}
