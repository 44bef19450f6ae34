import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Connection } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { useReadOnly } from '../ReadOnly';
import styles from './AgeChip.module.css';

/** One quiet chip that says how old the facts beside it are, and why. */
export function AgeChip(props: {
  connection: Connection;
  /** RFC 3339, the time of the newest facts. */
  observedAt?: string;
}) {
  const { connection, observedAt } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatTime } = useFormat();
  const now = useNow();
  const isReadOnly = useReadOnly();
  const durationSince = (time: string | undefined) =>
    time ? formatDuration(now - Date.parse(time)) : undefined;

  const text = () => {
    if (isReadOnly) {
      return t('replay.captured');
    }
    switch (connection.state) {
      case 'live':
        return t('age.live');
      case 'connecting':
        return t('age.connecting');
      case 'forbidden':
        return t('age.noAccess');
      case 'noCredentials':
        return t('age.noCredentials');
      case 'notRead':
        return t('age.notRead');
      case 'notProvisioned':
        return t('age.notProvisioned');
      case 'unreachable': {
        const duration = durationSince(connection.since);
        return duration
          ? t('age.unreachableFor', {
              duration: connection.sinceAtLeast ? `≥ ${duration}` : duration,
            })
          : t('age.unreachable');
      }
      default:
        return t('age.stale', {
          duration: durationSince(observedAt ?? connection.since) ?? '',
        });
    }
  };
  const exact = observedAt
    ? t('age.seenAt', { time: formatTime(observedAt) })
    : undefined;
  return (
    <span
      className={styles.chip}
      data-state={isReadOnly ? 'stale' : connection.state}
      title={[connection.message, exact].filter(Boolean).join(' ')}
    >
      {text()}
    </span>
  );
}
