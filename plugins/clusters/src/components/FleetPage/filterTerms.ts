import type { Verdict } from '@clusterworks/plugin-clusters-common';

const verdictTerm = (verdict: Verdict) => `verdict:${verdict}`;

/** Whether a filter has the term that keeps clusters of this verdict only. */
export function hasVerdictTerm(filter: string, verdict: Verdict): boolean {
  return filter.split(/\s+/).includes(verdictTerm(verdict));
}

/**
 * Adds the term for this verdict to a filter in place of any other verdict
 * term, or takes it out when it is there already.
 */
export function toggleVerdictTerm(filter: string, verdict: Verdict): string {
  const others = filter
    .split(/\s+/)
    .filter(term => term && !term.startsWith('verdict:'));
  return hasVerdictTerm(filter, verdict)
    ? others.join(' ')
    : [...others, verdictTerm(verdict)].join(' ');
}
