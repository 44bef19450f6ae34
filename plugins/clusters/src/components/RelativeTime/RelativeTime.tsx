import { useNow } from '../../hooks/useNow';
import { formatDuration } from '../../format';
import styles from './RelativeTime.module.css';

/** How long ago a time was, with the exact time on hover. */
export function RelativeTime(props: {
  /** RFC 3339. */
  at: string;
  /** Puts words around the duration, for example `12 min ago`. */
  words?: (duration: string) => string;
}) {
  const now = useNow();
  const time = Date.parse(props.at);
  if (Number.isNaN(time)) {
    return null;
  }
  const duration = formatDuration(now - time);
  return (
    <time
      className={styles.time}
      dateTime={props.at}
      title={new Date(time).toLocaleString()}
    >
      {props.words ? props.words(duration) : duration}
    </time>
  );
}
