import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BootTimesView,
  NodeClaimView,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { ObjectLink } from '../ObjectLink';
import { launchSegments } from './launchStages';
import { useSegmentText } from './useSegmentText';
import { type LaunchTick, Waterfall, WaterfallLegend } from './Waterfall';
import styles from './LaunchTable.module.css';

/** Boots take minutes; a stuck one must not squeeze all others to nothing. */
const LONGEST_SHOWN_MS = 5 * 60_000;

/** Typical times of each stage, over the boots that could be measured. */
export function BootTimes(props: { times: BootTimesView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatNumber } = useFormat();
  const overall = props.times.filter(({ nodePool }) => nodePool === undefined);
  if (overall.length === 0) {
    return null;
  }
  return (
    <Text as="p" variant="body-small" color="secondary">
      {t('launches.typical', {
        samples: formatNumber(overall[0].samples),
        times: overall
          .map(({ stage, p50, p95 }) =>
            t('launches.percentiles', {
              stage:
                stage === 'total' ? t('launches.inAll') : t(`stage.${stage}`),
              p50: formatDuration(p50 * 1000),
              p95: formatDuration(p95 * 1000),
            }),
          )
          .join(', '),
      })}
    </Text>
  );
}

/**
 * NodeClaims as a waterfall: created, launched, registered, network ready,
 * initialised. A text says what blocks a NodeClaim that has not finished.
 */
export function LaunchTable(props: {
  claims: NodeClaimView[];
  times?: readonly BootTimesView[];
}) {
  const { claims, times = [] } = props;
  const ticks = times
    .filter(({ nodePool, stage }) => stage === 'total' && !nodePool)
    .flatMap(({ p50, p95 }): LaunchTick[] => [
      { name: 'p50', milliseconds: p50 * 1000 },
      { name: 'p95', milliseconds: p95 * 1000 },
    ]);
  const { t } = useTranslationRef(clustersTranslationRef);
  const now = useNow();
  const { segmentText } = useSegmentText();
  const longest = Math.max(
    1,
    ...claims.map(claim => {
      const segments = launchSegments(claim, now);
      const last = segments[segments.length - 1];
      return last ? last.to - segments[0].from : 0;
    }),
  );
  const scale = Math.min(longest, LONGEST_SHOWN_MS);
  const columns: DataColumn<NodeClaimView>[] = [
    {
      id: 'stage',
      header: t('launches.columns.stage'),
      inBlock: 'lead',
      render: claim => t(`stage.${claim.stage}`),
      signature: claim => claim.stage,
    },
    {
      id: 'name',
      header: t('launches.columns.name'),
      isRowHeader: true,
      wraps: true,
      narrow: claim => (
        <span className={styles.words}>
          {segmentText(launchSegments(claim, now))}
          {claim.because && ` · ${claim.because}`}
        </span>
      ),
      render: claim => <ObjectLink kind="NodeClaim" name={claim.name} />,
    },
    {
      id: 'type',
      header: t('launches.columns.type'),
      priority: 3,
      render: claim =>
        [claim.instanceType, claim.zone, claim.capacityType]
          .filter(Boolean)
          .join(' · '),
    },
    {
      id: 'waterfall',
      header: t('launches.columns.waterfall'),
      wide: true,
      priority: 2,
      render: claim => {
        const segments = launchSegments(claim, now);
        return (
          <>
            <Waterfall segments={segments} scale={scale} ticks={ticks} />
            <span className={styles.words}>
              {segmentText(segments)}
              {claim.because && ` · ${claim.because}`}
            </span>
          </>
        );
      },
    },
    {
      id: 'created',
      header: t('launches.columns.created'),
      align: 'end',
      render: claim =>
        claim.createdAt ? <RelativeTime at={claim.createdAt} /> : '—',
    },
  ];
  return (
    <>
      <WaterfallLegend />
      <DataTable
        label={t('launches.table')}
        columns={columns}
        rows={claims}
        rowKey={claim => claim.name}
      />
    </>
  );
}
