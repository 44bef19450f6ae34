import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { ChangeMenu } from '../ChangeMenu';
import { MutedMark } from '../Mute';
import { RelativeTime } from '../RelativeTime';
import { ClusterMark } from '../VerdictMark';
import styles from './ClusterOverview.module.css';

/** `◆ Critical for 12 min · subnet eu-west-1b has no free addresses`. */
export function VerdictSentence(props: { row: FleetRow }) {
  const { row } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <div className={styles.sentence}>
      <Text as="h3" variant="title-x-small" className={styles.words}>
        <ClusterMark row={row} />
        {row.headline.since && (
          <>
            {' '}
            <RelativeTime
              at={row.headline.since}
              atLeast={row.headline.sinceAtLeast}
              words={duration => t('overview.for', { duration })}
            />
          </>
        )}
        {' · '}
        {row.headline.text}
        <MutedMark until={row.headline.mutedUntil} />
      </Text>
      <div className={styles.aside}>
        <AgeChip connection={row.connection} observedAt={row.observedAt} />
        <ChangeMenu row={row} />
      </div>
    </div>
  );
}
