import { Link } from '@backstage/ui';
import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { awsConsoleUrl } from './awsConsoleUrl';
import styles from './ClusterOverview.module.css';

/** The annotation that holds the exact name in EKS. */
const EKS_NAME_ANNOTATION = 'kubernetes.io/x-k8s-aws-id';

function sourceUrl(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  return location?.startsWith('url:') ? location.slice(4) : undefined;
}

/** Where else to look: the file in git and the AWS console. */
export function ClusterLinks(props: { row: FleetRow }) {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const eksName = entity.metadata.annotations?.[EKS_NAME_ANNOTATION];
  const links = [
    { label: t('overview.linkSpec'), href: sourceUrl(entity) },
    {
      label: t('overview.linkConsole'),
      href:
        eksName && props.row.region
          ? awsConsoleUrl(props.row.region, eksName)
          : undefined,
    },
  ].filter(link => link.href);
  if (links.length === 0) {
    return null;
  }
  return (
    <nav aria-label={t('overview.links')} className={styles.links}>
      {links.map(link => (
        <Link
          key={link.label}
          href={link.href}
          target="_blank"
          rel="noopener noreferrer"
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
