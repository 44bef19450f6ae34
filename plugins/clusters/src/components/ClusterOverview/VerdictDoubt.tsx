import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Assessment } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';

/**
 * Why there is no verdict although everything was read, and what a cluster that
 * is being built waits for.
 */
export function VerdictDoubt(props: { assessment: Assessment }) {
  const { building, doubt } = props.assessment;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  return (
    <>
      {doubt && <Text as="p">{t('overview.doubt', { doubt })}</Text>}
      {building && (
        <Text as="p">
          {t('overview.waitsFor', { part: building.waitsFor })}
          {building.expectedBy &&
            ` ${t('overview.expectedBy', {
              time: formatTime(building.expectedBy),
            })}`}
        </Text>
      )}
    </>
  );
}
