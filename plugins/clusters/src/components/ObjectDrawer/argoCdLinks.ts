import type { Entity } from '@backstage/catalog-model';
import { isWebUrl } from './isWebUrl';

/** A name as Argo CD's own API server accepts it. */
const DNS_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/**
 * The applications of a cluster in Argo CD, from the annotations that the
 * plugins of Argo CD read too. None without the address of Argo CD or an
 * annotation, and for odd values.
 */
export function argoCdLinks(
  { metadata: { annotations = {} } }: Entity,
  baseUrl: string | undefined,
): { name: string; href: string }[] {
  if (!baseUrl || !isWebUrl(baseUrl)) {
    return [];
  }
  const base = `${baseUrl.replace(/\/+$/, '')}/applications`;
  const name = annotations['argocd/app-name'];
  const namespace = annotations['argocd/app-namespace'];
  const selector = annotations['argocd/app-selector'];
  if (name && DNS_NAME.test(name)) {
    const path =
      namespace && DNS_NAME.test(namespace) ? `${namespace}/${name}` : name;
    return [{ name, href: `${base}/${path}` }];
  }
  return selector
    ? [
        {
          name: selector,
          href: `${base}?labels=${encodeURIComponent(selector)}`,
        },
      ]
    : [];
}
