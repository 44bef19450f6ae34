import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { Part } from './DrawerParts';
import styles from './ObjectDrawer.module.css';

const STEPS = [
  'createdAt',
  'launchedAt',
  'registeredAt',
  'networkReadyAt',
  'initializedAt',
  'drainingSince',
] as const;

/** When a NodeClaim reached each stage, and how long each took. */
export function NodeLife(props: { claim: NodeClaimView }) {
  const { claim } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatTime } = useFormat();
  const start = Date.parse(claim.createdAt ?? '');
  const steps = STEPS.flatMap(step => {
    const at = claim[step];
    return at ? { step, at, after: Date.parse(at) - start } : [];
  });
  if (steps.length === 0) {
    return null;
  }
  return (
    <Part title={t('drawer.life')}>
      <ol className={styles.life}>
        {steps.map(({ step, at, after }) => (
          <li key={step}>
            <time dateTime={at}>{formatTime(at)}</time>{' '}
            <span>
              {t(`drawer.steps.${step}`)}
              {after > 0 &&
                ` ${t('drawer.after', { duration: formatDuration(after) })}`}
            </span>
          </li>
        ))}
      </ol>
      {claim.because && <p className={styles.quiet}>{claim.because}</p>}
    </Part>
  );
}
