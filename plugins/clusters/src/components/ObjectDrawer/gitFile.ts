import { ANNOTATION_VIEW_URL, type Entity } from '@backstage/catalog-model';
import { isWebUrl } from './isWebUrl';

/** The file that describes a cluster, where its entity says where that is. */
export function gitFile({
  metadata: { annotations = {} },
}: Entity): { name: string; href: string } | undefined {
  const href = annotations[ANNOTATION_VIEW_URL];
  const name = href?.replace(/[?#].*$/, '').match(/[^/]+$/)?.[0];
  return href && name && isWebUrl(href) ? { name, href } : undefined;
}
