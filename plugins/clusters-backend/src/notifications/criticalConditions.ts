import {
  type Assessment,
  consequencesOf,
  type Finding,
  isMuted,
  rootFindings,
} from '@clusterworks/plugin-clusters-common';
import { clusterLink } from './clusterLink';
import type { ClusterConditions, Condition } from './Condition';
import type { NotifiedFacts } from './NotifiedFacts';
import { plainText } from './plainText';

/** Findings that are looked at, the worst first. */
const MAX_FINDINGS = 200;

/**
 * The critical findings that are no consequence of another one. A finding that
 * is still there, though no longer critical, is not resolved.
 *
 * @param now - milliseconds since 1970
 */
export function criticalConditions(
  { row, assessment }: NotifiedFacts,
  now: number,
): ClusterConditions {
  const { owner } = row;
  if (!assessment || !owner) {
    return { conditions: [], unjudged: ['critical'] };
  }
  const { checks, findings } = assessment;
  const roots = new Set(rootFindings(findings).map(({ id }) => id));
  const critical = (finding: Finding) =>
    finding.severity === 'critical' && roots.has(finding.id);
  return {
    conditions: [
      ...findings.filter(critical),
      ...findings.filter(finding => !critical(finding)),
    ]
      .slice(0, MAX_FINDINGS)
      .map(
        (finding): Condition => ({
          kind: 'critical',
          cause: `finding/${finding.id}`,
          part: finding.code,
          recipient: owner,
          triggers: critical(finding),
          isMuted: isMuted(finding, now),
          level: 0,
          severity: 'critical',
          title: `${row.name}: ${plainText(finding.title, 200)}`,
          description: describe(finding, assessment),
          link: `${clusterLink(
            row.entityRef,
            'findings',
          )}?open=${encodeURIComponent(encodeURIComponent(finding.id))}`,
        }),
      ),
    unjudged: checks
      .filter(({ state }) => state === 'unknown')
      .map(({ code }) => `critical/${code}`),
  };
}

function describe(finding: Finding, { findings }: Assessment): string {
  const { since, remedy } = finding;
  const consequences = consequencesOf(finding, findings).length;
  const [first] = remedy;
  return [
    since && `Since ${sayTime(since)}.`,
    consequences > 0 &&
      `${consequences} more ${
        consequences === 1
          ? 'finding is a consequence'
          : 'findings are consequences'
      } of it.`,
    first && `First step: ${plainText(first.text, 300)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** `2026-11-22 10:00 UTC`: the reader's time zone is not known here. */
function sayTime(time: string): string {
  return `${plainText(time.slice(0, 16).replace('T', ' '), 16)} UTC`;
}
