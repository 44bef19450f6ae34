import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';

/** One stretch of a node's start; times in milliseconds since 1970. */
export type LaunchSegment = {
  stage: 'launching' | 'registering' | 'network' | 'initializing';
  from: number;
  to: number;
  /** Still going on. */
  isOpen: boolean;
};

const ORDER = [
  { stage: 'launching', end: 'launchedAt' },
  { stage: 'registering', end: 'registeredAt' },
  { stage: 'network', end: 'networkReadyAt' },
  { stage: 'initializing', end: 'initializedAt' },
] as const;

const timeOf = (text: string | undefined) =>
  text === undefined ? undefined : Date.parse(text);

/**
 * The stretches of a node's start, one after another. A stage whose end was
 * not seen is left out when a later stage has ended, because the boundary
 * between the two is then unknown. The last stage, if it has not ended, is
 * open until now.
 *
 * @param now - milliseconds since 1970
 */
export function launchSegments(
  claim: NodeClaimView,
  now: number,
): LaunchSegment[] {
  const start = timeOf(claim.createdAt);
  if (start === undefined) {
    return [];
  }
  const segments: LaunchSegment[] = [];
  let from = start;
  for (const { stage, end } of ORDER) {
    const to = timeOf(claim[end]);
    if (to !== undefined) {
      segments.push({ stage, from, to: Math.max(from, to), isOpen: false });
      from = Math.max(from, to);
    } else if (claim.stage === stage) {
      segments.push({ stage, from, to: Math.max(from, now), isOpen: true });
    }
  }
  return segments;
}
