import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useNow } from '../../hooks/useNow';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import styles from './Mute.module.css';

/** Says at a sentence that it is muted; nothing once the mute has ended. */
export function MutedMark(props: {
  /** RFC 3339; absent for what is not muted. */
  until: string | undefined;
}) {
  const { until } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const now = useNow();
  if (until === undefined || !(Date.parse(until) > now)) {
    return null;
  }
  return (
    <span className={styles.mark}>
      {t('mute.mark', { until: formatTime(until) })}
    </span>
  );
}
