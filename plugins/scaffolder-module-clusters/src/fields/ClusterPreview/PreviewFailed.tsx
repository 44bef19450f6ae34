import { Alert, Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clusterFormTranslationRef } from '../../translation';
import { causeOf } from '../causeOf';

/** Why there is no preview, with a button to ask again. */
export function PreviewFailed(props: { error: Error; onRetry(): void }) {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={t('preview.failed', { reason: causeOf(error).message })}
      customActions={
        <Button size="small" variant="tertiary" onPress={onRetry}>
          {t('preview.retry')}
        </Button>
      }
    />
  );
}
