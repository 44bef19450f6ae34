import type { ClusterConditions } from './Condition';
import { blockerConditions } from './blockerConditions';
import { criticalConditions } from './criticalConditions';
import type { NotificationPolicy } from './NotificationPolicy';
import type { NotifiedFacts } from './NotifiedFacts';
import { runwayConditions } from './runwayConditions';
import { supportConditions } from './supportConditions';

/**
 * The reasons to notify somebody of a cluster. Pure.
 *
 * @param now - milliseconds since 1970
 * @returns undefined while nobody is to be notified: the cluster is not seen
 *   now, or is being built or taken down
 */
export function conditionsOf(
  facts: NotifiedFacts,
  policy: NotificationPolicy,
  now: number,
): ClusterConditions | undefined {
  const { connection, phase } = facts.row;
  if (
    connection.state !== 'live' ||
    phase === 'building' ||
    phase === 'draining'
  ) {
    return undefined;
  }
  const parts = [
    criticalConditions(facts, now),
    runwayConditions(facts, policy),
    supportConditions(facts, now),
    blockerConditions(facts, policy, now),
  ];
  return {
    conditions: parts.flatMap(({ conditions }) => conditions),
    unjudged: parts.flatMap(({ unjudged }) => unjudged),
  };
}
