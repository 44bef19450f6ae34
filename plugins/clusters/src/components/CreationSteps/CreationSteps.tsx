import { ButtonLink, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  clusterAnnotations,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { useClustersApi } from '../../hooks/useClustersApi';
import { useLive } from '../../hooks/useLive';
import { fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { StepList } from '../FollowPage';
import { useReadOnly } from '../ReadOnly';
import { isBeingCreated } from './isBeingCreated';
import styles from './CreationSteps.module.css';

function Steps({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const clustersApi = useClustersApi();
  const fleetRoute = useRouteRef(fleetRouteRef);
  const { value } = useLive({
    owner: clustersApi,
    key: `creation ${cluster}`,
    load: signal => clustersApi.getCreationProgress(cluster, { signal }),
    concerns: change => change.cluster === cluster,
  });
  // Without a pull request that is known there is nothing to tell.
  if (!value) {
    return null;
  }
  const { url, title } = value.pullRequest;
  return (
    <section className={styles.creation} aria-label={t('follow.creation')}>
      <Text as="p" variant="body-small" color="secondary">
        {title}
      </Text>
      <StepList steps={value.steps} />
      <div>
        <ButtonLink
          size="small"
          variant="secondary"
          href={`${fleetRoute()}/changes?pull=${encodeURIComponent(url)}`}
        >
          {t('follow.onItsPage')}
        </ButtonLink>
      </div>
    </section>
  );
}

/**
 * How far the pull request is that created a cluster, until the cluster has its
 * first nodes.
 */
export function CreationSteps({ row }: { row: FleetRow }) {
  const { entity } = useEntity();
  const isReadOnly = useReadOnly();
  const isLeaving =
    entity.metadata.annotations?.[clusterAnnotations.decommission];
  return isBeingCreated(row) && !isLeaving && !isReadOnly ? (
    <Steps cluster={row.name} />
  ) : null;
}
