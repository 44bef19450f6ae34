import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { reasonOf } from '../../hooks/reasonOf';
import { clustersTranslationRef } from '../../translation';
import { useMayMute } from './useMayMute';
import { useMuteActions } from './useMuteActions';

/** Ends a mute; absent for users who may not. */
export function UnmuteButton(props: {
  cluster: string;
  /** Id of the finding. */
  finding: string;
  /** Says which one where there are several. */
  label?: string;
}) {
  const { cluster, finding, label } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { busy, error, unmute } = useMuteActions(cluster);
  if (!useMayMute(cluster)) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="tertiary"
        isDisabled={busy}
        aria-label={label}
        onPress={() => void unmute(finding)}
      >
        {t('mute.end')}
      </Button>
      {error && (
        <Text as="span" variant="body-small" color="danger" role="alert">
          {reasonOf(error)}
        </Text>
      )}
    </>
  );
}
