import { ConflictError } from '@backstage/errors';
import type { Removal, StillRuns } from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';

const MOST_NAMED = 10;

/**
 * What still runs in a cluster, or why that is not known.
 *
 * @public
 */
export type StillRunsOrUnknown = StillRuns | { unknown: string };

/**
 * Why the files of a cluster must not be removed yet; empty when they may be.
 * What is not known counts as running, unless a person says how they know that
 * it is gone. Nothing that is seen to run can be talked away.
 *
 * @param before - the spec in git
 *
 * @public
 */
export function removalProblems(
  before: ClusterSpec,
  { confirmedGone }: Removal,
  seen: StillRunsOrUnknown,
): string[] {
  const isDrained = before.spec.decommission
    ? []
    : [
        'its cluster.yaml does not say that it is being taken down: drain it first, with a pull request of its own',
      ];
  if ('unknown' in seen) {
    return [...isDrained, ...unlessConfirmed(confirmedGone, seen.unknown)];
  }
  const { nodeClaims, names, volumes, volumeNames } = seen;
  if (nodeClaims.certainty === 'unknown') {
    return [...isDrained, ...unlessConfirmed(confirmedGone, nodeClaims.reason)];
  }
  return [
    ...isDrained,
    ...(nodeClaims.value > 0
      ? [
          `nodes that Karpenter launched still run: ${named(
            names,
            nodeClaims.value,
          )}`,
        ]
      : []),
    ...(volumes.certainty !== 'unknown' && volumes.value > 0
      ? [`volumes are still attached: ${named(volumeNames, volumes.value)}`]
      : []),
  ];
}

/**
 * @param before - the spec in git
 * @throws ConflictError while something may still run in a cluster whose files
 *   are to be removed; lists all reasons
 */
export function checkRemovable(
  request: {
    spec: ClusterSpec;
    removal?: Removal;
    stillRuns?: StillRunsOrUnknown;
  },
  before: ClusterSpec | undefined,
): void {
  const { spec, removal, stillRuns = { unknown: 'nobody looked' } } = request;
  const problems =
    removal && before ? removalProblems(before, removal, stillRuns) : [];
  if (problems.length > 0) {
    throw new ConflictError(
      `The files of ${spec.metadata.name} are not removed:\n${problems.join(
        '\n',
      )}`,
    );
  }
}

function unlessConfirmed(
  confirmed: string | undefined,
  reason: string,
): string[] {
  return confirmed?.trim()
    ? []
    : [
        `what still runs in it is not known (${reason}): say how you know that nothing does`,
      ];
}

function named(names: readonly string[], total: number): string {
  const shown = names.slice(0, MOST_NAMED);
  const more = total - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
