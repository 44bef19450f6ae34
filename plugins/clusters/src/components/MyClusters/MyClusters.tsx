import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { ClusterList } from '../ClusterList';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice, StateNotice } from '../StateNotice';
import { useMyClusters } from './useMyClusters';
import styles from './MyClusters.module.css';

/** As many as a reader can take in at one glance. */
const SHOWN = 8;

/** The clusters that the signed-in user's groups own, the worst first. */
export function MyClusters() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const fleetHref = useRouteRef(fleetRouteRef)();
  const { value, error, refresh } = useMyClusters(SHOWN);

  const content = () => {
    if (!value) {
      return error ? (
        <RequestErrorNotice error={error} onRetry={refresh} />
      ) : (
        <LoadingRows />
      );
    }
    const { rows, total, filters } = value;
    if (total === 0) {
      return (
        <StateNotice
          kind="empty"
          title={t('mine.emptyTitle')}
          action={<Link href={fleetHref}>{t('mine.fleet')}</Link>}
        />
      );
    }
    // One line of filter finds them all, unless there are very many groups.
    const query =
      filters.length === 1 ? `?${new URLSearchParams({ q: filters[0] })}` : '';
    return (
      <>
        <ClusterList label={t('mine.list')} rows={rows} />
        <div className={styles.all}>
          <Link href={`${fleetHref}${query}`}>
            {query ? t('mine.all', { count: total }) : t('mine.fleet')}
          </Link>
        </div>
      </>
    );
  };

  return <ReadableTones>{content()}</ReadableTones>;
}
