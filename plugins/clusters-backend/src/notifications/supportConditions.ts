import { clusterLink } from './clusterLink';
import type { ClusterConditions, Condition } from './Condition';
import type { NotifiedFacts } from './NotifiedFacts';
import { inDays, supportEnds } from './supportEnds';

/** Days before the end of support at which owners are told, the first first. */
const STAGES = [90, 30, 7];

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
  const { owner } = row;
  const { ends, unknown } = supportEnds(row, now);
  if (!owner) {
    const all = [...unknown, ...ends.map(({ component }) => component)];
    return {
      conditions: [],
      unjudged: all.map(component => `support/${component}`),
    };
  }
  const conditions = ends.flatMap((one): Condition[] => {
    const { component, name, what, minor, end, days } = one;
    const level = STAGES.filter(stage => days <= stage).length;
    return level === 0
      ? []
      : [
          {
            kind: 'support',
            cause: `support/${component}/${minor}`,
            part: component,
            recipient: owner,
            triggers: days >= 0,
            level,
            severity: level === 1 ? 'normal' : 'high',
            title: `${row.name}: ${what} ends ${inDays(days)}`,
            description: `It ends on ${end}. Upgrade ${name} before that.`,
            link: clusterLink(row.entityRef),
          },
        ];
  });
  return {
    conditions,
    unjudged: unknown.map(component => `support/${component}`),
  };
}
