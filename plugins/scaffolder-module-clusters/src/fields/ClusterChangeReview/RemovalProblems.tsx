import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterChangeReview.module.css';

/** Why the files of a cluster cannot be removed yet. */
export function RemovalProblems({ problems = [] }: { problems?: string[] }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return problems.length === 0 ? null : (
    <Alert
      status="danger"
      icon
      role="alert"
      title={t('decommission.notYet')}
      description={
        <ul className={styles.list}>
          {problems.map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      }
    />
  );
}
