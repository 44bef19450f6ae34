import { useCallback } from 'react';
import { ButtonLink, Text } from '@backstage/ui';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ChangeProgress } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { useClusterHref } from '../../hooks/useClusterHref';
import { useLive } from '../../hooks/useLive';
import { useUrlState } from '../../hooks/useUrlState';
import { fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import { StepList } from './StepList';
import styles from './FollowPage.module.css';

/** What is waited for, or went wrong, in one sentence. */
function Sentence(props: { progress: ChangeProgress }) {
  const { cluster, steps, pullRequest } = props.progress;
  const { t } = useTranslationRef(clustersTranslationRef);
  const failed = steps.find(({ state }) => state === 'failed');
  const waiting = steps.find(({ state }) => state === 'waiting');
  const textOf = () => {
    if (pullRequest.state === 'closed') {
      return t('follow.closed');
    }
    if (failed) {
      return t('follow.failed', {
        cluster,
        what: t(`follow.fails.${failed.id}`),
      });
    }
    return waiting
      ? t('follow.waitsNow', {
          cluster,
          what: t(`follow.waitsFor.${waiting.id}`),
        })
      : t('follow.done', { cluster });
  };
  return (
    <div role="status">
      <Text as="p" variant="title-x-small">
        {textOf()}
      </Text>
    </div>
  );
}

function Progress(props: { progress: ChangeProgress }) {
  const { cluster, entityRef, pullRequest, steps } = props.progress;
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  return (
    <>
      <div>
        <Text as="h1" variant="title-small">
          {t('follow.title', { cluster })}
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {pullRequest.title}
        </Text>
      </div>
      <Sentence progress={props.progress} />
      <div className={styles.actions}>
        <ButtonLink
          variant={pullRequest.state === 'open' ? 'primary' : 'secondary'}
          href={pullRequest.url}
          target="_blank"
        >
          {t('follow.pullRequest')}
        </ButtonLink>
        {/* Before the merge the catalog has no page of a new cluster. */}
        {entityRef && (
          <ButtonLink
            variant={pullRequest.state === 'open' ? 'secondary' : 'primary'}
            href={hrefOf({ entityRef })}
          >
            {t('follow.cluster')}
          </ButtonLink>
        )}
      </div>
      <StepList steps={steps} />
    </>
  );
}

function Follow(props: { pull: string }) {
  const { pull } = props;
  const clustersApi = useApi(clustersApiRef);
  const load = useCallback(
    () => clustersApi.getChangeProgress(pull),
    [clustersApi, pull],
  );
  const { value, error, refresh } = useLive({
    owner: clustersApi,
    key: `change ${pull}`,
    load,
  });
  return (
    <>
      {error && <RequestErrorNotice error={error} onRetry={refresh} />}
      {value && <Progress progress={value} />}
      {!value && !error && <LoadingRows rows={6} />}
    </>
  );
}

/** Follows the change of a pull request until what it changes runs. */
export function FollowPage() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const fleetRoute = useRouteRef(fleetRouteRef);
  const [pull] = useUrlState('pull');
  return (
    <ReadableTones as="main">
      <div className={styles.page}>
        {pull ? (
          <Follow pull={pull} />
        ) : (
          <StateNotice kind="empty" title={t('follow.noChange')} />
        )}
        <div>
          <ButtonLink variant="secondary" size="small" href={fleetRoute()}>
            {t('follow.back')}
          </ButtonLink>
        </div>
      </div>
    </ReadableTones>
  );
}
