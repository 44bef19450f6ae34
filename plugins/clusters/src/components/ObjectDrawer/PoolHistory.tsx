import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HistoryPoint } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { useClusterHistory } from '../../hooks/useCluster';
import { clustersTranslationRef } from '../../translation';
import { Sparkline } from '../Sparkline';
import { Part } from './DrawerParts';
import styles from './ObjectDrawer.module.css';

/** The nodes and the provisioned CPU of a pool in the last 24 hours. */
export function PoolHistory(props: { cluster: string; pool: string }) {
  const { cluster, pool } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount, formatNumber } = useFormat();
  const print = {
    nodes: formatNumber,
    cpuProvisioned: (value: number) => formatAmount('cpu', value),
  };
  const { value: history } = useClusterHistory(cluster, '24h');
  const points = history?.points ?? [];
  const valueOf = ({ pools }: HistoryPoint, trend: keyof typeof print) =>
    pools && Object.hasOwn(pools, pool) ? pools[pool][trend] : undefined;
  const trends = (['nodes', 'cpuProvisioned'] as const).flatMap(trend => {
    const seen = points.flatMap(point => valueOf(point, trend) ?? []);
    return seen.length > 1 ? { trend, seen } : [];
  });
  if (trends.length === 0) {
    return null;
  }
  return (
    <Part title={t('day.title')}>
      {trends.map(({ trend, seen }) => (
        <div key={trend} className={styles.trend}>
          <span>{t(`drawer.trend.${trend}`)}</span>
          <Sparkline
            points={points.map(point => ({
              at: Date.parse(point.at),
              value: valueOf(point, trend),
            }))}
          />
          <span>
            {t('overview.trendNow', {
              least: print[trend](Math.min(...seen)),
              most: print[trend](Math.max(...seen)),
              now: print[trend](seen[seen.length - 1]),
            })}
          </span>
        </div>
      ))}
    </Part>
  );
}
