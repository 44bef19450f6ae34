import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNow } from '../../hooks/useNow';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import styles from './RelativeTime.module.css';

/** How long ago a time was, with the exact time on hover. */
export function RelativeTime(props: {
  /** RFC 3339. */
  at: string;
  /** The beginning may be earlier: the portal has not seen it. */
  atLeast?: boolean;
  /** Puts words around the duration, for example `12 min ago`. */
  words?: (duration: string) => string;
}) {
  const { at, atLeast, words = duration => duration } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatTime } = useFormat();
  const now = useNow();
  const time = Date.parse(at);
  if (Number.isNaN(time)) {
    return null;
  }
  const duration = formatDuration(now - time);
  const exact = formatTime(time);
  return (
    <time
      className={styles.time}
      dateTime={at}
      title={atLeast ? t('time.atLeastSince', { time: exact }) : exact}
    >
      {words(atLeast ? `≥ ${duration}` : duration)}
    </time>
  );
}
