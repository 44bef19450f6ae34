import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ChangePreviewResponse } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterChangeReview.module.css';

/** Files with manual edits in lines that the change would overwrite. */
export function ConflictList(props: {
  conflicts: ChangePreviewResponse['conflicts'];
  isRemoval: boolean;
}) {
  const { conflicts, isRemoval } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  if (conflicts.length === 0) {
    return null;
  }
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={t(isRemoval ? 'decommission.conflicts' : 'review.conflicts', {
        count: conflicts.length,
      })}
      description={
        <ul className={styles.list}>
          {conflicts.map(({ path, reason, lines = [] }) => (
            <li key={path}>
              <code>{path}</code> {reason}
              {lines.map(({ line, byHand, generated }) => (
                <div key={line}>
                  {t('review.byHand', { line: String(line) })}
                  <pre className={styles.lines}>{byHand.join('\n')}</pre>
                  {t('review.generated')}
                  <pre className={styles.lines}>{generated.join('\n')}</pre>
                </div>
              ))}
            </li>
          ))}
        </ul>
      }
    />
  );
}
