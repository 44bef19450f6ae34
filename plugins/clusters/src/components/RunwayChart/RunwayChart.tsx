import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { HOUR_MS, useFormat } from '../../format';
import { useClusterHistory } from '../../hooks/useCluster';
import { useCursor } from '../../hooks/useCursor';
import { useNow } from '../../hooks/useNow';
import { useWidth } from '../../hooks/useWidth';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { DataTable } from '../DataTable';
import { MeasureValue } from '../MeasureValue';
import { type Runway, runwayOf, type RunwayPoint } from './runway';
import { RunwayPicture, runwayScales } from './RunwayPicture';
import styles from './RunwayChart.module.css';

/** The picture moves on with this, not with each tick of the clock. */
const STEP_MS = 5 * 60_000;

function RunwayTable(props: { runway: Runway }) {
  const { points, lines } = props.runway;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatTime } = useFormat();
  const print = (value: number | undefined) =>
    value === undefined ? '—' : `≤ ${formatNumber(value)}`;
  return (
    <DataTable
      label={t('cilium.runway.table')}
      columns={[
        {
          id: 'at',
          header: t('day.time'),
          isRowHeader: true,
          render: ({ at }: RunwayPoint) => formatTime(at),
        },
        {
          id: 'all',
          header: t('cilium.runway.all'),
          align: 'end',
          render: ({ all }) => print(all),
        },
        ...lines.map(({ subnetId, name }) => ({
          id: subnetId,
          header: name,
          align: 'end' as const,
          render: ({ subnets }: RunwayPoint) =>
            print(
              Object.hasOwn(subnets, subnetId) ? subnets[subnetId] : undefined,
            ),
        })),
      ]}
      rows={[...points].reverse()}
      rowKey={({ at }) => String(at)}
    />
  );
}

function Chart(props: { runway: Runway; now: number; leftText: string }) {
  const { runway, now, leftText } = props;
  const { points, lines } = runway;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatTime } = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>(720);
  const placeOf = (left: number) => {
    const time = runwayScales(runway, width).x.invert(left).getTime();
    const next = points.findIndex(({ at }) => at >= time);
    return next < 0 ? points.length - 1 : next;
  };
  const { chosen, handlers } = useCursor(points.length, placeOf);
  const textOf = ({ at, all, subnets }: RunwayPoint) =>
    [
      formatTime(at),
      all === undefined
        ? ''
        : `${t('cilium.runway.all')} ≤ ${formatNumber(all)}`,
      ...lines.flatMap(({ subnetId, name }) =>
        Object.hasOwn(subnets, subnetId)
          ? `${name} ≤ ${formatNumber(subnets[subnetId])}`
          : [],
      ),
    ]
      .filter(Boolean)
      .join(' · ');
  const current = chosen ?? points.length - 1;
  return (
    <>
      <div
        ref={frame}
        className={styles.frame}
        role="slider"
        tabIndex={0}
        aria-label={t('cilium.runway.label')}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={current}
        aria-valuetext={textOf(points[current])}
        {...handlers}
      >
        <RunwayPicture
          {...{ runway, width, now, leftText }}
          allText={t('cilium.runway.all')}
          chosen={chosen === undefined ? undefined : points[chosen]}
        />
      </div>
      <p className={styles.shown} aria-hidden="true">
        {chosen === undefined
          ? t('cilium.runway.hint')
          : textOf(points[chosen])}
      </p>
      <AsTable>{() => <RunwayTable runway={runway} />}</AsTable>
    </>
  );
}

/**
 * The addresses that were left in subnets over the past week, and how long they
 * last if it goes on so. All numbers are upper bounds, and shown as such.
 */
export function RunwayChart(props: {
  cluster: string;
  cilium: ClusterView['cilium'];
}) {
  const { cluster, cilium } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatMeasure, reasonText } = useFormat();
  const { value: history } = useClusterHistory(cluster, '7d');
  const now = Math.floor(useNow() / STEP_MS) * STEP_MS;
  const { room, subnets } = cilium;
  const runway = useMemo(
    () => history && runwayOf(history.points, { room, subnets }, now),
    [history, room, subnets, now],
  );
  return (
    <div className={styles.chart}>
      <div className={styles.lasts}>
        <strong>
          <MeasureValue
            measure={room.hours}
            format={hours => formatDuration(hours * HOUR_MS)}
          />
        </strong>{' '}
        {room.hours.certainty === 'unknown'
          ? reasonText(room.hours)
          : t('cilium.runway.lasts')}
      </div>
      {runway ? (
        <Chart
          runway={runway}
          now={now}
          leftText={formatMeasure(room.addresses).text}
        />
      ) : (
        history && (
          <Text as="p" variant="body-small" color="secondary">
            {t('cilium.runway.none')}
          </Text>
        )
      )}
    </div>
  );
}
