import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NodeClaimView,
  NodePoolView,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { ObjectLink } from '../ObjectLink';
import { type Deadline, deadlinesOf } from './deadlinesOf';
import { DeadlineTable } from './DeadlineTable';
import { Backlog, Expiring } from './PoolFacts';
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
  deadlines: Deadline[];
  now: number;
}) {
  const { pool, weeks, deadlines, now } = props;
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
        {disruption?.backlog && <Backlog backlog={disruption.backlog} />}
        <Expiring deadlines={deadlines} />
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
            <WeekStrip
              week={week}
              most={most}
              deadlines={deadlines}
              now={now}
            />
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
 * that begins today: now, and when a closed pool opens; how long the drifted
 * nodes need, and which nodes expire, whatever budgets say.
 */
export function DisruptionWeeks(props: {
  pools: NodePoolView[];
  /** Absent when they could not be read. */
  claims: NodeClaimView[] | undefined;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const now = useNow();
  const pools = props.pools.map(pool => ({
    ...{ name: pool.name, pool },
    deadlines: deadlinesOf(props.claims, pool.name, now),
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
        {pools.map(({ name, pool, weeks, deadlines }) => (
          <PoolWeeks
            key={name}
            pool={pool}
            weeks={weeks}
            deadlines={deadlines}
            now={now}
          />
        ))}
      </ul>
      <WeekAxis now={now} />
      <AsTable>
        {() => (
          <>
            <WeekTable pools={pools} />
            <DeadlineTable pools={pools} />
          </>
        )}
      </AsTable>
    </div>
  );
}
