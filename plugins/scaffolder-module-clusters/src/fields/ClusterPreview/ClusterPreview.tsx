import { Alert, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { ClusterFormIssue } from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { formDataOf } from '../formDataOf';
import { ComparedFiles } from './ComparedFiles';
import { PoolOutlooks } from '../PoolOutlook';
import { PreviewFailed } from './PreviewFailed';
import { useUserToken } from '../useUserToken';
import { ReviewFacts } from './ReviewFacts';
import { useComparison } from './useComparison';
import { useRender } from './useRender';
import { useSentence } from './useSentence';
import { WarningList } from './WarningList';
import styles from './ClusterPreview.module.css';

function IssueList(props: { issues: ClusterFormIssue[] }) {
  const { issues } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={t('preview.problems', { count: issues.length })}
      description={
        <ul className={styles.list}>
          {issues.map(({ field, path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{field ?? path}</code>: {message}
            </li>
          ))}
        </ul>
      }
    />
  );
}

/**
 * The review: one sentence that says what would be created, the warnings, and
 * what the pull request does to each file. Its value is that sentence, so that the scaffolder's own summary
 * shows it too.
 */
export function ClusterPreview(props: FieldExtensionComponentProps<string>) {
  const { onChange, formData: value } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const formData = formDataOf(props.formContext);
  const { issues, loading, error, result, retry, spec } = useRender(formData);

  useSentence(result?.summary, value, onChange);
  const userToken = useUserToken(undefined, props.uiSchema);
  const comparison = useComparison(
    issues.length === 0 ? spec : undefined,
    formData,
    userToken,
  );

  if (issues.length > 0) {
    return <IssueList issues={issues} />;
  }
  if (error) {
    return <PreviewFailed error={error} onRetry={retry} />;
  }
  if (loading || !result) {
    return (
      <div role="status" className={styles.preview}>
        <VisuallyHidden>{t('preview.loading')}</VisuallyHidden>
        <Skeleton width="100%" height={28} />
        <Skeleton width="100%" height={200} />
      </div>
    );
  }
  return (
    <FieldSurface>
      <div className={styles.preview}>
        <Text as="h3" variant="title-x-small">
          {result.summary}
        </Text>
        <WarningList warnings={comparison.value?.warnings ?? result.warnings} />
        <ReviewFacts spec={spec} />
        <PoolOutlooks spec={spec} />
        <ComparedFiles
          files={result.files}
          environment={String(formData.environment ?? '')}
          name={String(formData.name ?? '')}
          comparison={comparison}
        />
      </div>
    </FieldSurface>
  );
}
