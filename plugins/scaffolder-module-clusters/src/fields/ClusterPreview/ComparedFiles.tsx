import { useState } from 'react';
import { Alert, Button, Skeleton, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RenderResponse } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import { causeOf } from '../causeOf';
import { FileBrowser } from './FileBrowser';
import { RepositoryDiff } from './RepositoryDiff';
import type { Comparison } from './useComparison';
import styles from './ClusterPreview.module.css';

/** With these the action refuses the pull request, too. */
const REFUSALS = ['ConflictError', 'NotAllowedError'];

function NotCompared(props: { error: Error; onRetry(): void }) {
  const { name, message: reason } = causeOf(props.error);
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const isRefusal = REFUSALS.includes(name);
  return (
    <Alert
      status={isRefusal ? 'danger' : 'warning'}
      icon
      role="alert"
      title={t(isRefusal ? 'creation.refused' : 'creation.unread', { reason })}
      customActions={
        <Button size="small" variant="tertiary" onPress={props.onRetry}>
          {t('preview.retry')}
        </Button>
      }
    />
  );
}

/**
 * What the files of a new cluster would change in the platform repository, and
 * each of them as a whole; only the latter when they cannot be compared.
 */
export function ComparedFiles(props: {
  files: RenderResponse['files'];
  environment: string;
  name: string;
  comparison: Comparison;
}) {
  const { files, environment, name, comparison } = props;
  const { value, error, retry } = comparison;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const browser = <FileBrowser {...{ files, environment, name }} />;
  if (error) {
    return (
      <>
        <NotCompared error={error} onRetry={retry} />
        <Text as="p" variant="body-small" color="secondary">
          {t('preview.files', { count: files.length })}. {t('preview.touch')}
        </Text>
        {browser}
      </>
    );
  }
  if (!value) {
    return (
      <div role="status" aria-label={t('creation.comparing')}>
        <Skeleton height="12rem" />
      </div>
    );
  }
  return (
    <>
      <RepositoryDiff comparison={value} {...{ environment, name }} />
      <details
        open={isOpen}
        onToggle={event => setOpen(event.currentTarget.open)}
      >
        <summary className={styles.summary}>
          {t('creation.all', { count: files.length })}
        </summary>
        {isOpen && browser}
      </details>
    </>
  );
}
