import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BlastRadius } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterChangeReview.module.css';

/** The pods that keep nodes from being replaced, and what frees each. */
export function HeldPods(props: { held: BlastRadius['held'] }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  if (props.held.length === 0) {
    return null;
  }
  return (
    <details className={styles.file}>
      <summary>{t('blast.holders')}</summary>
      <ul className={styles.list}>
        {props.held.map(({ pod, node, why, by, free }) => (
          <li key={`${node} ${pod}`}>
            <code>{pod}</code> · <code>{node}</code> · {why} {by}
            <Text as="p" variant="body-small" color="secondary">
              {free}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  );
}
