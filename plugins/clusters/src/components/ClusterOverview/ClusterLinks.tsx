import { Link } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterOverview.module.css';

/** Where else to look: the links that the entity carries. */
export function ClusterLinks() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const links = entity.metadata.links ?? [];
  if (links.length === 0) {
    return null;
  }
  return (
    <nav aria-label={t('overview.links')} className={styles.links}>
      {links.map(link => (
        <Link
          key={link.url}
          href={link.url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {link.title ?? link.url}
        </Link>
      ))}
    </nav>
  );
}
