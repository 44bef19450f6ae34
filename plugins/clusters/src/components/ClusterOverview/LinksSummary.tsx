import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { useClusterLinks } from '../ObjectDrawer/useClusterLinks';
import styles from './ClusterOverview.module.css';

/**
 * Where more of the cluster is found: its `cluster.yaml`, its applications in
 * Argo CD, the links of its entity.
 */
export function LinksSummary(props: { detail: ClusterDetail }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const links = useClusterLinks(props.detail);
  return (
    <section className={styles.summary} aria-label={t('overview.links')}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('overview.links')}
      </Text>
      <ul className={styles.links}>
        {links.map(({ title, href }) => (
          <li key={`${title} ${href}`}>
            <Link variant="body-small" href={href}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
