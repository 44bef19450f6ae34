import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodePoolView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { ObjectLink } from '../ObjectLink';
import { poolWeek, type ReasonWeek } from './poolWeek';
import { WeekAxis, WeekStrip } from './WeekStrip';
import { WeekTable } from './WeekTable';
import styles from './DisruptionWeek.module.css';

/** `0 now, opens Sat, 28 Nov 2026, 02:00`. */
function AllowedNow(props: { week: ReasonWeek }) {
  const { now, opens } = props.week;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatTime } = useFormat();
  return (
    <>
      <strong>{t('disruption.now', { nodes: formatNumber(now) })}</strong>
      {now === 0 &&
        (opens === undefined
          ? ` ${t('disruption.notThisWeek')}`
          : ` ${t('disruption.opens', { time: formatTime(opens) })}`)}
    </>
  );
}

function PoolWeeks(props: {
  pool: NodePoolView;
  weeks: ReasonWeek[];
  now: number;
}) {
  const { pool, weeks, now } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { disruption } = pool;
  const most = Math.max(
    1,
    ...weeks.flatMap(({ spans }) => spans.map(({ nodes }) => nodes)),
  );
  return (
    <li className={styles.pool}>
      <div className={styles.name}>
        <ObjectLink kind="NodePool" name={pool.name} />
        {disruption && disruption.drifted > 0 && (
          <div className={styles.quiet}>
            {t('karpenter.drifted', { count: disruption.drifted })}
          </div>
        )}
      </div>
      {!disruption && <p className={styles.note}>{t('disruption.unknown')}</p>}
      {disruption?.nodes === 0 && (
        <p className={styles.note}>{t('disruption.noNodes')}</p>
      )}
      {disruption && disruption.nodes !== 0 && weeks.length === 0 && (
        <p className={styles.note}>{t('disruption.notDrawn')}</p>
      )}
      <ul className={styles.reasons}>
        {weeks.map(week => (
          <li key={week.reasons.join()} className={styles.week}>
            <WeekStrip week={week} most={most} now={now} />
            <div>
              <AllowedNow week={week} />
              <div className={styles.quiet}>
                {week.reasons.length === 3
                  ? t('karpenter.allReasons')
                  : week.reasons.join(', ')}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </li>
  );
}

/**
 * How many nodes the budgets of each pool allow to be disrupted, over the week
 * that begins today: now, and when a closed pool opens.
 */
export function DisruptionWeeks(props: { pools: NodePoolView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const now = useNow();
  const pools = props.pools.map(pool => ({
    ...{ name: pool.name, pool },
    weeks:
      pool.disruption && pool.disruption.nodes !== 0
        ? poolWeek(pool.disruption, now)
        : [],
  }));
  return (
    <div className={styles.weeks}>
      <Text as="p" variant="body-small" color="secondary">
        {t('disruption.legend')}
      </Text>
      <ul className={styles.pools}>
        {pools.map(({ name, pool, weeks }) => (
          <PoolWeeks key={name} pool={pool} weeks={weeks} now={now} />
        ))}
      </ul>
      <WeekAxis now={now} />
      <AsTable>{() => <WeekTable pools={pools} />}</AsTable>
    </div>
  );
}
