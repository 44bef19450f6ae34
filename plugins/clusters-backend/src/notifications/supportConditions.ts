import { minorOf, supportEndOf } from '@clusterworks/plugin-clusters-spec';
import { clusterLink } from './clusterLink';
import type { ClusterConditions, Condition } from './Condition';
import type { NotifiedFacts } from './NotifiedFacts';

const DAY_MS = 86_400_000;
/** Days before the end of support at which owners are told, the first first. */
const STAGES = [90, 30, 7];

const COMPONENTS = [
  ['kubernetes', 'Kubernetes', 'standard support of Kubernetes'],
  ['karpenter', 'Karpenter', 'support of Karpenter'],
  ['cilium', 'Cilium', 'support of Cilium'],
] as const;

/**
 * The components whose support ends soon. An end that has passed tells nobody
 * anything new, but does not resolve what was told.
 *
 * @param now - milliseconds since 1970
 */
export function supportConditions(
  { row }: NotifiedFacts,
  now: number,
): ClusterConditions {
  const conditions: Condition[] = [];
  const unjudged: string[] = [];
  for (const [component, name, what] of COMPONENTS) {
    const { observed } = row.versions[component];
    const minor = minorOf(observed);
    if (minor === undefined || !row.owner) {
      unjudged.push(`support/${component}`);
    } else {
      const end = supportEndOf(component, minor);
      const days = end === undefined ? Infinity : daysUntil(end, now);
      const level = STAGES.filter(stage => days <= stage).length;
      if (level > 0) {
        conditions.push({
          kind: 'support',
          cause: `support/${component}/${minor}`,
          part: component,
          recipient: row.owner,
          triggers: days >= 0,
          level,
          severity: level === 1 ? 'normal' : 'high',
          title: `${row.name}: ${what} ${minor} ends ${inDays(days)}`,
          description: `It ends on ${end}. Upgrade ${name} before that.`,
          link: clusterLink(row.entityRef),
        });
      }
    }
  }
  return { conditions, unjudged };
}

/** Whole days until a day begins; 0 on that day. */
function daysUntil(day: string, now: number): number {
  return Math.ceil((Date.parse(`${day}T00:00:00Z`) - now) / DAY_MS);
}

function inDays(days: number): string {
  switch (days) {
    case 0:
      return 'today';
    case 1:
      return 'tomorrow';
    default:
      return `in ${days} days`;
  }
}
