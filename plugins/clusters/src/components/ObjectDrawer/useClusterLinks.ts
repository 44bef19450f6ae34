import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { useClusterHref } from '../../hooks/useClusterHref';
import { clustersTranslationRef } from '../../translation';

/**
 * Where more is found: the links of the cluster's entity, such as its files in
 * git, and its Kubernetes tab.
 */
export function useClusterLinks({ row }: Pick<ClusterDetail, 'row'>): {
  title: string;
  href: string;
}[] {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  const own = (entity.metadata.links ?? [])
    // Whoever describes the entity writes them.
    .filter(({ url }) => /^https?:\/\//i.test(url))
    .map(({ title, url }) => ({ title: title ?? url, href: url }));
  return [
    ...own,
    { title: t('drawer.kubernetes'), href: hrefOf(row, 'kubernetes') },
  ];
}
