import { useEntity } from '@backstage/plugin-catalog-react';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { useClusterHref } from '../../hooks/useClusterHref';
import { clustersTranslationRef } from '../../translation';
import { argoCdLinks } from './argoCdLinks';
import { gitFile } from './gitFile';
import { isWebUrl } from './isWebUrl';

/**
 * Where more is found: the file of the cluster in git, its applications in Argo
 * CD, the links of its entity, and its Kubernetes tab.
 */
export function useClusterLinks({ row }: Pick<ClusterDetail, 'row'>): {
  title: string;
  href: string;
}[] {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  const argoCd = useApi(configApiRef).getOptionalString('argocd.baseUrl');
  const file = gitFile(entity);
  const own = (entity.metadata.links ?? [])
    .filter(({ url }) => isWebUrl(url))
    .map(({ title, url }) => ({ title: title ?? url, href: url }));
  return [
    ...(file
      ? [{ title: t('drawer.inGit', { file: file.name }), href: file.href }]
      : []),
    ...argoCdLinks(entity, argoCd).map(({ name, href }) => ({
      ...{ title: t('drawer.argoCd', { name }), href },
    })),
    ...own,
    { title: t('drawer.kubernetes'), href: hrefOf(row, 'kubernetes') },
  ];
}
