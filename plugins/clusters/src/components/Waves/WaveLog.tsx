import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  waveStepStates,
  type Wave,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { userName } from './useWaveWords';
import styles from './Waves.module.css';

const EVENTS = [
  'started',
  'paused',
  'resumed',
  'stopped',
  'finished',
  'leftToPeople',
  'halted.critical',
  'halted.closed',
  'halted.failed',
  'halted.gone',
] as const;

/** What happened to a wave, the newest first. */
export function WaveLog({ log }: Pick<Wave, 'log'>) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const wordOf = (event: string): string => {
    const state = waveStepStates.find(each => each === event);
    const known = EVENTS.find(each => each === event);
    if (state) {
      return t(`waves.step.${state}`);
    }
    return known ? t(`waves.event.${known}`) : event;
  };
  return (
    <section className={styles.section}>
      <Text as="h2" variant="title-x-small">
        {t('waves.log')}
      </Text>
      <ul className={styles.list}>
        {log.map(({ at, event, cluster, by, text }, index) => (
          <li key={`${at} ${log.length - index}`}>
            <time dateTime={at}>{formatTime(at)}</time>{' '}
            {[
              ...(cluster ? [`${cluster}: `] : []),
              wordOf(event),
              ...(by ? [` (${userName(by)})`] : []),
              ...(text ? [`: ${text}`] : []),
            ].join('')}
          </li>
        ))}
      </ul>
    </section>
  );
}
