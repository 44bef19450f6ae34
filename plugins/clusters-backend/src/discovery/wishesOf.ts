import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import type { FoundCluster } from './KnownCluster';

const MAX_POOLS = 200;
const MAX_NAME = 63;
const MAX_TEXT = 300;

/** What an entity says that git wants, besides versions and ranges. */
export function wishesOf(
  annotations: Record<string, string>,
): Pick<
  FoundCluster,
  'wantedPools' | 'wantedImages' | 'isLeaving' | 'problem'
> {
  const {
    [clusterAnnotations.nodePools]: pools,
    [clusterAnnotations.imageRelease]: images,
    [clusterAnnotations.decommission]: decommission,
    [clusterAnnotations.problem]: problem,
  } = annotations;
  return {
    ...(pools && {
      wantedPools: pools
        .split(',', MAX_POOLS)
        .map(name => name.trim().slice(0, MAX_NAME))
        .filter(Boolean)
        .sort(),
    }),
    ...(images && { wantedImages: images.slice(0, MAX_NAME) }),
    ...(decommission && { isLeaving: true }),
    ...(problem && { problem: problem.slice(0, MAX_TEXT) }),
  };
}
