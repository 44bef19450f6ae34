import { karpenterManifests } from '@clusterworks/plugin-clusters-blueprint';
import type { BlastRadius } from '@clusterworks/plugin-clusters-common';
import {
  blastRadius,
  drainPreviews,
  type KarpenterInGit,
  type RunningCluster,
  type Snapshot,
} from '@clusterworks/plugin-clusters-health';
import {
  type ClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import type { FleetEntry } from '../fleet/FleetStore';
import { whyUnread } from './whyUnread';

/** A change of a cluster as its preview describes it. */
type PreviewedChange = {
  before: ClusterSpec;
  spec: ClusterSpec;
  fields: readonly { path: string }[];
  files: readonly { path: string }[];
};

/**
 * What a change does to the nodes of a cluster, from what is known of it now.
 *
 * @param snapshot - the objects, where this backend reads the cluster
 */
export function blastRadiusOf(
  { before, spec, fields, files }: PreviewedChange,
  entry: FleetEntry,
  snapshot: Snapshot | undefined,
  now: number,
): BlastRadius {
  return blastRadius(
    {
      before: karpenterInGit(before),
      after: karpenterInGit(spec),
      fields: fields.map(({ path }) => path),
      files: files.map(({ path }) => path),
    },
    runningCluster(entry, snapshot, now),
    now,
  );
}

function karpenterInGit(spec: ClusterSpec): KarpenterInGit {
  const resolved = resolveClusterSpec(spec);
  const { freeze } = resolved.spec.karpenter;
  return {
    manifests: karpenterManifests(resolved),
    versions: resolved.spec.versions,
    ...(freeze ? { frozenUntil: freeze.until } : {}),
  };
}

function runningCluster(
  entry: FleetEntry,
  snapshot: Snapshot | undefined,
  now: number,
): RunningCluster {
  const view = entry.body.view();
  const time = new Date(now).toISOString();
  const unread = whyUnread(entry);
  return {
    ...(view ? { view } : {}),
    ...(unread ? { unread } : { observedAt: time }),
    ...(snapshot && !unread ? { drain: drainPreviews(snapshot, time) } : {}),
  };
}
