import { useCallback } from 'react';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { relatedFilters } from '../../entity';
import { clustersOf, type FoundClusters } from '../../hooks/clustersOf';
import { useClustersApi } from '../../hooks/useClustersApi';
import { useLive } from '../../hooks/useLive';
import { fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ClusterList } from '../ClusterList';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import styles from './RelatedClusters.module.css';

/** As many as a reader can take in at one glance. */
const SHOWN = 8;

/** Which clusters of an entity are not well, and how many there are. */
function Related(props: { found: FoundClusters; onlyUnwell: boolean }) {
  const { found, onlyUnwell } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const fleetHref = useRouteRef(fleetRouteRef)();
  const { total, healthy, filters } = found;
  if (total === 0) {
    return <StateNotice kind="empty" title={t('related.none')} />;
  }
  const unwell = total - healthy;
  const rows = onlyUnwell
    ? found.rows.filter(({ verdict }) => verdict !== 'healthy')
    : found.rows;
  const query =
    filters.length === 1 ? `?${new URLSearchParams({ q: filters[0] })}` : '';
  return (
    <div className={styles.related}>
      <Text as="p" variant="body-medium" weight="bold">
        {unwell === 0
          ? t('related.well', { count: total })
          : t('related.unwell', { count: total, unwell: String(unwell) })}
      </Text>
      {rows.length > 0 && <ClusterList label={t('related.list')} rows={rows} />}
      <Link href={`${fleetHref}${query}`} variant="body-small">
        {t('related.all')}
      </Link>
    </div>
  );
}

/**
 * The clusters of a System, those that a Component depends on, or of those that
 * a Group owns the ones that are not well.
 */
export function RelatedClusters() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const clustersApi = useClustersApi();
  const load = useCallback(
    (signal: AbortSignal) =>
      clustersOf(clustersApi, relatedFilters(entity), { limit: SHOWN, signal }),
    [clustersApi, entity],
  );
  const { value, error, refresh } = useLive({
    owner: clustersApi,
    key: `related ${stringifyEntityRef(entity)}`,
    load,
  });
  const isGroup = entity.kind.toLocaleLowerCase('en-US') === 'group';
  const content = () => {
    if (value) {
      return <Related found={value} onlyUnwell={isGroup} />;
    }
    return error ? (
      <RequestErrorNotice error={error} onRetry={refresh} />
    ) : (
      <LoadingRows />
    );
  };
  return (
    <Card aria-label={t('related.title')}>
      <CardHeader>
        <Text as="h3" variant="title-x-small">
          {t('related.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <ReadableTones>{content()}</ReadableTones>
      </CardBody>
    </Card>
  );
}
