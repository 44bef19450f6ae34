import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  HistoryPoint,
  HistoryResponse,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { Sparkline } from '../Sparkline';
import styles from './ClusterOverview.module.css';

const TRENDS = ['roomAddresses'] as const;
type Trend = (typeof TRENDS)[number];

function usePrint() {
  const { formatNumber } = useFormat();
  return (value: number | undefined) =>
    value === undefined ? '—' : formatNumber(value);
}

function TrendLine(props: { points: HistoryPoint[]; trend: Trend }) {
  const { points, trend } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const print = usePrint();
  const seen = points.flatMap(point => point[trend] ?? []);
  if (seen.length === 0) {
    return null;
  }
  return (
    <div className={styles.trend}>
      <Text variant="body-small" color="secondary">
        {t(`overview.trend.${trend}`)}
      </Text>
      <Sparkline
        points={points.map(point => ({
          at: Date.parse(point.at),
          value: point[trend],
        }))}
      />
      <Text variant="body-small">
        {t('overview.trendNow', {
          least: print(Math.min(...seen)),
          most: print(Math.max(...seen)),
          now: print(points[points.length - 1][trend]),
        })}
      </Text>
    </div>
  );
}

/** Trends of nodes, pending pods and addresses, as charts and as a table. */
export function Trends(props: { history: HistoryResponse }) {
  const { points } = props.history;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const print = usePrint();
  if (points.length < 2) {
    return null;
  }
  return (
    <section className={styles.summary}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('overview.trends')}
      </Text>
      {TRENDS.map(trend => (
        <TrendLine key={trend} points={points} trend={trend} />
      ))}
      <details className={styles.quietDetails}>
        <summary>{t('overview.trendAsTable')}</summary>
        <DataTable
          label={t('overview.trendTable')}
          columns={[
            {
              id: 'at',
              header: t('overview.trendTime'),
              isRowHeader: true,
              render: point => formatTime(point.at),
            },
            ...TRENDS.map(trend => ({
              id: trend,
              header: t(`overview.trend.${trend}`),
              align: 'end' as const,
              render: (point: HistoryPoint) => print(point[trend]),
            })),
          ]}
          rows={points}
          rowKey={point => point.at}
        />
      </details>
    </section>
  );
}
