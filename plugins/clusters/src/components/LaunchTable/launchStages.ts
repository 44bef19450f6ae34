import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';

/** One stretch of a node's start; times in milliseconds since 1970. */
export type LaunchSegment = {
  stage: 'launching' | 'registering' | 'network' | 'initializing';
  from: number;
  to: number;
  /** Still going on. */
  isOpen: boolean;
  /**
   * It began later or ended earlier, at a time that is not known: its length is
   * an upper bound.
   */
  isBound: boolean;
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
 * The stretches of a node's start, one after another. When the boundary between
 * stages was not seen, each of them took at most the time of all of them. The
 * last stage, if it has not ended, is open until now.
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
  /** Stages since `from` whose end was not seen. */
  let unseen: LaunchSegment['stage'][] = [];
  for (const { stage, end } of ORDER) {
    const seen = timeOf(claim[end]);
    const isOpen = seen === undefined && claim.stage === stage;
    const isBound = unseen.length > 0;
    if (seen !== undefined) {
      const to = Math.max(from, seen);
      for (const one of [...unseen, stage]) {
        segments.push({ stage: one, from, to, isOpen, isBound });
      }
      [from, unseen] = [to, []];
    } else if (isOpen) {
      const to = Math.max(from, now);
      segments.push({ stage, from, to, isOpen, isBound });
    } else {
      unseen.push(stage);
    }
  }
  return segments;
}
