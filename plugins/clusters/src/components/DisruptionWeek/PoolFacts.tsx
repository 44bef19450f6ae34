import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DriftBacklog } from '@clusterworks/plugin-clusters-common';
import { useNow } from '../../hooks/useNow';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import type { Deadline } from './deadlinesOf';
import styles from './DisruptionWeek.module.css';

/** `3 nodes drifted, replaced in ≈ 12 min; 1 of them is held`. */
export function Backlog(props: { backlog: DriftBacklog }) {
  const { nodes, held, seconds } = props.backlog;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatMeasure } = useFormat();
  return (
    <div>
      {t('karpenter.drifted', { count: nodes })}
      <div className={styles.quiet}>
        {seconds.certainty === 'unknown'
          ? t('disruption.endUnknown', { reason: seconds.reason })
          : t('disruption.end', {
              duration: formatMeasure(seconds, value =>
                formatDuration(value * 1000),
              ).text,
            })}
      </div>
      {held !== undefined && held > 0 && (
        <div className={styles.quiet}>
          {t('disruption.held', { count: held })}
        </div>
      )}
    </div>
  );
}

/**
 * `2 nodes expire this week, the first: Tue, 24 Nov 2026, 20:00`, apart from
 * those that should be gone by now.
 */
export function Expiring(props: { deadlines: Deadline[] }) {
  const { deadlines } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const now = useNow();
  const line = (id: 'expired' | 'expiring', all: Deadline[]) =>
    all.length > 0 && (
      <div className={styles.quiet}>
        <span aria-hidden="true">▾ </span>
        {t(`disruption.${id}`, {
          count: all.length,
          time: formatTime(all[0].at),
        })}
      </div>
    );
  return (
    <>
      {line(
        'expired',
        deadlines.filter(({ at }) => at < now),
      )}
      {line(
        'expiring',
        deadlines.filter(({ at }) => at >= now),
      )}
    </>
  );
}
