import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RenderResponse } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterPreview.module.css';

/** Warnings that a reviewer should know before the merge. */
export function WarningList(props: { warnings: RenderResponse['warnings'] }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  if (props.warnings.length === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('preview.warnings')}
      description={
        <ul className={styles.list}>
          {props.warnings.map(({ code, message }) => (
            <li key={`${code} ${message}`}>{message}</li>
          ))}
        </ul>
      }
    />
  );
}
