import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { Histogram } from '../Histogram';
import { Section } from '../Section';
import { BootTimes, LaunchTable } from './LaunchTable';
import { splitLaunches } from './splitLaunches';
import styles from './LaunchTable.module.css';

/**
 * How nodes start: those that are stuck, the newest ones, and how long the older
 * ones took.
 */
export function LaunchSection(props: { karpenter: ClusterView['karpenter'] }) {
  const { nodeClaims, bootTimes = [] } = props.karpenter;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (!nodeClaims) {
    return null;
  }
  const { shown, unfinishedOthers, older, olderSeconds, olderMarks } =
    splitLaunches(nodeClaims);
  const timeless = older - olderSeconds.length;
  return (
    <Section title={t('launches.title')}>
      <div className={styles.section}>
        <BootTimes times={bootTimes} />
        {shown.length > 0 ? (
          <LaunchTable claims={shown} times={bootTimes} />
        ) : (
          <Text as="p">{t('launches.empty')}</Text>
        )}
        {unfinishedOthers > 0 && (
          <Text as="p" variant="body-small">
            {t('launches.unfinished', { count: unfinishedOthers })}
          </Text>
        )}
        {older > 0 && (
          <Text as="h4" variant="body-medium" weight="bold">
            {t('launches.older', { count: older })}
          </Text>
        )}
        {olderSeconds.length > 0 && (
          <Histogram
            seconds={olderSeconds}
            label={t('launches.distribution')}
            marks={olderMarks}
          />
        )}
        {timeless > 0 && (
          <Text as="p" variant="body-small" color="secondary">
            {t('launches.timeless', { count: timeless })}
          </Text>
        )}
      </div>
    </Section>
  );
}
