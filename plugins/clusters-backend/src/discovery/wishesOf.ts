import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import { z } from 'zod';
import type { FoundCluster } from './KnownCluster';

const MAX_POOLS = 200;
const MAX_NAME = 63;
const MAX_TEXT = 300;
/** More than 50 tags of the lengths that AWS allows. */
const MAX_TAGS_TEXT = 25_000;

const tagsSchema = z.record(z.string().max(128), z.string().max(256));

/** What an entity says of the files in git, besides versions and ranges. */
export function wishesOf(
  annotations: Record<string, string>,
): Pick<
  FoundCluster,
  | 'wantedPools'
  | 'wantedImages'
  | 'wantedTags'
  | 'frozenUntil'
  | 'appliedAt'
  | 'isLeaving'
  | 'problem'
> {
  const {
    [clusterAnnotations.nodePools]: pools,
    [clusterAnnotations.imageRelease]: images,
    [clusterAnnotations.nodeTags]: tags,
    [clusterAnnotations.frozenUntil]: frozenUntil,
    [clusterAnnotations.appliedAt]: appliedAt,
    [clusterAnnotations.decommission]: decommission,
    [clusterAnnotations.problem]: problem,
  } = annotations;
  const wantedTags = tagsIn(tags);
  return {
    ...(pools && {
      wantedPools: pools
        .split(',', MAX_POOLS)
        .map(name => name.trim().slice(0, MAX_NAME))
        .filter(Boolean)
        .sort(),
    }),
    ...(images && { wantedImages: images.slice(0, MAX_NAME) }),
    ...(wantedTags && { wantedTags }),
    ...(frozenUntil && { frozenUntil: frozenUntil.slice(0, MAX_NAME) }),
    ...(appliedAt && { appliedAt: appliedAt.slice(0, MAX_NAME) }),
    ...(decommission && { isLeaving: true }),
    ...(problem && { problem: problem.slice(0, MAX_TEXT) }),
  };
}

/** Tags that cannot be read are not compared. */
function tagsIn(text = ''): Record<string, string> | undefined {
  if (!text || text.length > MAX_TAGS_TEXT) {
    return undefined;
  }
  try {
    return tagsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
