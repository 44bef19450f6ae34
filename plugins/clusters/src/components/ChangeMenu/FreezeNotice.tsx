import { Link, Text } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { StateNotice } from '../StateNotice';
import { useAllowedChangeHref } from './useAllowedChangeHref';

function EndFreeze({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const href = useAllowedChangeHref({ cluster, operation: 'freeze' });
  return href ? <Link href={href}>{t('freeze.end')}</Link> : null;
}

/** Says until when disruption is frozen, or since when it should have ended. */
export function FreezeNotice() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const now = useNow();
  const until = entity.metadata.annotations?.[clusterAnnotations.frozenUntil];
  const end = Date.parse(until ?? '');
  if (until === undefined || Number.isNaN(end)) {
    return null;
  }
  const isOverdue = end <= now;
  return (
    <StateNotice
      kind={isOverdue ? 'forbidden' : 'connecting'}
      title={t(isOverdue ? 'freeze.overdueTitle' : 'freeze.title', {
        time: formatTime(until),
      })}
      text={
        <Text as="span">
          {t(isOverdue ? 'freeze.overdueText' : 'freeze.text')}
        </Text>
      }
      action={<EndFreeze cluster={entity.metadata.name} />}
    />
  );
}
