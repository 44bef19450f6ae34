import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import { overlayFolder } from '@clusterworks/plugin-clusters-spec';
import { isWebUrl } from './isWebUrl';

/**
 * Where the NodePools and EC2NodeClasses of a cluster are in the platform
 * repository: their own files, and what differs from those that all clusters
 * share. Undefined when none of these pools is described there, as in a cluster
 * that was not made here, or for one that was made by hand.
 *
 * @param pools - names of NodePools
 */
export function poolsInGit(
  { metadata: { annotations = {} } }: Entity,
  pools: readonly string[],
): string | undefined {
  const described = annotations[clusterAnnotations.nodePools]?.split(',') ?? [];
  const [, root, environment, name] =
    /^url:(.+\/)clusters\/([^/]+)\/([^/]+)\/$/.exec(
      annotations[ANNOTATION_SOURCE_LOCATION] ?? '',
    ) ?? [];
  return root &&
    isWebUrl(root) &&
    pools.some(pool => pool !== '' && described.includes(pool))
    ? `${root}${overlayFolder({ environment, name })}/karpenter`
    : undefined;
}
