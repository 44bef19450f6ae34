import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterMerge } from '@clusterworks/plugin-clusters-common';
import { fleetRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';
import { isWebUrl } from '../ObjectDrawer/isWebUrl';

/** A merged pull request: its page, who opened it, and how far its change is. */
export function MergeLinks({ merge }: { merge: ClusterMerge }) {
  const { number, title, author, url } = merge;
  const { t } = useTranslationRef(clustersTranslationRef);
  const fleetRoute = useRouteRef(fleetRouteRef);
  const text = `#${number} ${title}`;
  if (!isWebUrl(url)) {
    return <>{text}</>;
  }
  return (
    <>
      <Link
        variant="body-small"
        href={url}
        target="_blank"
        rel="noopener noreferrer"
      >
        {text}
      </Link>
      {author ? ` · ${author}` : ''}
      {' · '}
      <Link
        variant="body-small"
        href={`${fleetRoute()}/changes?pull=${encodeURIComponent(url)}`}
        aria-label={t('day.followOf', { number: String(number) })}
      >
        {t('day.follow')}
      </Link>
    </>
  );
}
