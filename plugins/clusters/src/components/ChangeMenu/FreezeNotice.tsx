import { Link, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clusterAnnotations,
  type FreezeResponse,
} from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { useFormat } from '../../format';
import { useLive } from '../../hooks/useLive';
import { useNow } from '../../hooks/useNow';
import { clustersTranslationRef } from '../../translation';
import { StateNotice } from '../StateNotice';
import styles from './FreezeNotice.module.css';
import { useAllowedChangeHref } from './useAllowedChangeHref';

function EndFreeze({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const href = useAllowedChangeHref({ cluster, operation: 'freeze' });
  return href ? <Link href={href}>{t('freeze.end')}</Link> : null;
}

/** How the freeze ends, in words of the messages. */
function howItEnds(
  { endedBy, pullRequestUrl, problem }: FreezeResponse,
  isOverdue: boolean,
) {
  if (!isOverdue) {
    return endedBy === 'portal' ? 'freeze.willOpen' : 'freeze.willNotOpen';
  }
  if (pullRequestUrl) {
    return 'freeze.opened';
  }
  if (endedBy === 'person') {
    return 'freeze.onlyPerson';
  }
  return problem ? 'freeze.failed' : 'freeze.opensSoon';
}

function FreezeOf({ cluster, until }: { cluster: string; until: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const clustersApi = useApi(clustersApiRef);
  const { value: freeze } = useLive({
    owner: clustersApi,
    key: `freeze ${cluster} ${until}`,
    load: signal => clustersApi.getFreeze(cluster, { signal }),
    concerns: () => false,
  });
  const isOverdue = Date.parse(until) <= useNow();
  return (
    <StateNotice
      kind={isOverdue ? 'forbidden' : 'connecting'}
      title={t(isOverdue ? 'freeze.overdueTitle' : 'freeze.title', {
        time: formatTime(until),
      })}
      text={
        <Text as="span">
          {t(isOverdue ? 'freeze.overdueText' : 'freeze.text')}{' '}
          {freeze &&
            t(howItEnds(freeze, isOverdue), { problem: freeze.problem ?? '' })}
        </Text>
      }
      action={
        <div className={styles.links}>
          {isOverdue && freeze?.pullRequestUrl && (
            <Link href={freeze.pullRequestUrl}>{t('freeze.pullRequest')}</Link>
          )}
          <EndFreeze cluster={cluster} />
        </div>
      }
    />
  );
}

/**
 * Says until when disruption is frozen, or since when that should have ended,
 * and who ends it.
 */
export function FreezeNotice() {
  const { entity } = useEntity();
  const { name, annotations } = entity.metadata;
  const until = annotations?.[clusterAnnotations.frozenUntil];
  return until === undefined || Number.isNaN(Date.parse(until)) ? null : (
    <FreezeOf cluster={name} until={until} />
  );
}
