import { parseEntityRef } from '@backstage/catalog-model';

/** Path of a page of a cluster in the portal: the overview, or a tab. */
export function clusterLink(entityRef: string, tab = ''): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind.toLocaleLowerCase('en-US'), name]
    .map(encodeURIComponent)
    .join('/');
  return `/catalog/${path}${tab && `/${tab}`}`;
}
