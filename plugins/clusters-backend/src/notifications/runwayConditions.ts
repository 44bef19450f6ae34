import { clusterLink } from './clusterLink';
import type { ClusterConditions } from './Condition';
import { amountText, durationText } from './measureText';
import type { NotifiedFacts } from './NotifiedFacts';
import type { NotificationPolicy } from './NotificationPolicy';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** A time above the limit by this factor is no longer short. */
const HYSTERESIS = 1.25;

/**
 * The time until no address is left, when it is below the limit. An upper bound
 * below the limit is short, too, and is told as a bound; a lower bound tells
 * nothing.
 */
export function runwayConditions(
  { row }: NotifiedFacts,
  { runwayMs }: NotificationPolicy,
): ClusterConditions {
  const { owner, room } = row;
  const { hours } = room;
  const limit = runwayMs / HOUR_MS;
  if (hours.certainty === 'unknown' && hours.code === 'lastsLong') {
    return { conditions: [], unjudged: [] };
  }
  if (
    !owner ||
    hours.certainty === 'unknown' ||
    (hours.certainty === 'atLeast' && hours.value <= limit * HYSTERESIS)
  ) {
    return { conditions: [], unjudged: ['runway'] };
  }
  if (hours.value > limit * HYSTERESIS) {
    return { conditions: [], unjudged: [] };
  }
  const isUrgent = hours.value <= DAY_HOURS;
  const nodes = amountText(room.nodes, 'node', 'nodes');
  return {
    conditions: [
      {
        kind: 'runway',
        cause: 'runway',
        recipient: owner,
        triggers: hours.value <= limit,
        level: isUrgent ? 1 : 0,
        severity: isUrgent ? 'critical' : 'high',
        title: `${row.name}: free addresses last ${durationText(hours)}`,
        description: [
          nodes && `There is room for ${nodes} more in its subnets.`,
          hours.certainty === 'atMost' &&
            'This is an upper bound: others may use addresses of the same subnets.',
          'Add a secondary CIDR, or release addresses.',
        ]
          .filter(Boolean)
          .join(' '),
        link: clusterLink(row.entityRef, 'cilium'),
      },
    ],
    unjudged: [],
  };
}
