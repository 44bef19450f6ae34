import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DrainPlan } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import styles from './DrainPlan.module.css';

const KINDS = ['fits', 'newNode', 'unknown', 'nowhere'] as const;
const MARKS: Record<(typeof KINDS)[number], string> = {
  ...{ fits: '', newNode: '', unknown: '○ ', nowhere: '✕ ' },
};

/**
 * How many pods fit on nodes that are there, need a new node, or have no known
 * place: as a bar, and in words that are its legend.
 */
export function DestinationBar(props: { totals: DrainPlan['totals'] }) {
  const { totals } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const all = KINDS.reduce((sum, kind) => sum + totals[kind], 0);
  if (all === 0) {
    return <p className={styles.words}>{t('drain.noPods')}</p>;
  }
  return (
    <div>
      <div className={styles.bar} aria-hidden="true">
        {KINDS.filter(kind => totals[kind] > 0).map(kind => (
          <span
            key={kind}
            className={styles.part}
            data-goes={kind}
            style={{ flexGrow: totals[kind] }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {KINDS.map(kind => (
          <li key={kind} data-zero={totals[kind] === 0 || undefined}>
            <span
              className={styles.swatch}
              data-goes={kind}
              aria-hidden="true"
            />
            {MARKS[kind]}
            {t(`drain.goes.${kind}`)}{' '}
            <strong>{formatNumber(totals[kind])}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
