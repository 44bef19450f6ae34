import { Button, ButtonLink, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, StateNotice } from '../StateNotice';
import { CaptureButton, CaptureDropZone } from './CaptureInput';
import { ReplayedCluster } from './ReplayedCluster';
import { useReplay } from './useReplay';
import styles from './ReplayPage.module.css';

/** How a capture is made, and where it stays. */
function Invitation() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <div className={styles.invitation}>
      <Text as="h1" variant="title-small">
        {t('replay.title')}
      </Text>
      <Text as="p" variant="body-medium">
        {t('replay.drop')}
      </Text>
      <Text as="p" variant="body-medium" color="secondary">
        {t('replay.stays')}
      </Text>
      <code className={styles.command}>
        clusters capture --context &lt;name&gt; --out capture.json
      </code>
    </div>
  );
}

/**
 * Opens a capture of a cluster in the pages of a cluster. It is judged in this
 * browser and sent nowhere.
 */
export default function ReplayPage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const fleetRoute = useRouteRef(fleetRouteRef);
  const { current, open, close } = useReplay();
  const isOpen = current.state === 'open';
  return (
    <ReadableTones as="main">
      <CaptureDropZone onOpen={open}>
        <div className={styles.actions}>
          <ButtonLink variant="secondary" href={fleetRoute()}>
            {t('ledger.back')}
          </ButtonLink>
          <CaptureButton
            variant={isOpen ? 'secondary' : 'primary'}
            onOpen={open}
          />
          {isOpen && (
            <Button variant="secondary" onPress={close}>
              {t('replay.close')}
            </Button>
          )}
        </div>
        {!isOpen && <Invitation />}
        {current.state === 'judging' && <LoadingRows />}
        {current.state === 'failed' && (
          <StateNotice
            kind="error"
            title={t('replay.failed')}
            text={current.reason}
          />
        )}
        {isOpen && <ReplayedCluster replay={current.replay} />}
      </CaptureDropZone>
    </ReadableTones>
  );
}
