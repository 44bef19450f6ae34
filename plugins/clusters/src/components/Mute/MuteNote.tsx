import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Mute } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { userName } from './userName';
import styles from './Mute.module.css';

/** By whom, why, and until when a finding is muted. */
export function MuteNote(props: { mute: Mute }) {
  const { by, reason, at, until } = props.mute;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  return (
    <Text as="p" variant="body-small" className={styles.note}>
      {t('mute.note', {
        until: formatTime(until),
        by: userName(by),
        at: formatTime(at),
      })}{' '}
      <q>{reason}</q>
    </Text>
  );
}
