import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Wave } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './Waves.module.css';

const SHAPES: Record<Wave['status'], string> = {
  running: '▶',
  paused: '‖',
  halted: '◆',
  stopped: '■',
  done: '●',
};

/** The status of a wave as shape and word. */
export function WaveStatus({ status }: Pick<Wave, 'status'>) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <span className={styles.status} data-status={status}>
      <span aria-hidden="true">{SHAPES[status]}</span>{' '}
      {t(`waves.status.${status}`)}
    </span>
  );
}
