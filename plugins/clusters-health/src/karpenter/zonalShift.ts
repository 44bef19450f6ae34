import { HOUR } from '../engine/durations';
import { Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { eventsWithReason } from './events';
import { fixedCommand } from '../engine/shellCommand';

/** P9: a zonal shift keeps a NodePool out of a zone. */
export const zonalShift: Rule = {
  code: 'karpenter/P9',
  rule: 'nodepool-zonal-shift',
  component: 'karpenter',
  title: 'A zonal shift is active',
  means:
    'Somebody (or AWS) has moved traffic away from a zone; Karpenter launches nothing there meanwhile.',
  detect:
    'Event ZonalShiftActive on a NodePool in the last hour and no later ZonalShiftCleared.',
  remedyDoc: 'Nothing, while the shift is meant.',
  since: 'Karpenter 1.14',
  source: 'facts/karpenter.md 6.B and 6.E',
  concerns: 'ownPools',
  needs: ['nodepools', 'events'],
  evaluate(ctx) {
    const newest = (reason: string, pool: string) =>
      eventsWithReason(ctx, reason, HOUR).find(
        event => event.involved.name === pool,
      );
    return {
      findings: ctx.index.ownPools().flatMap(pool => {
        const shift = newest('ZonalShiftActive', pool.name);
        const cleared = newest('ZonalShiftCleared', pool.name);
        if (!shift || (cleared?.lastAt ?? 0) > (shift.lastAt ?? 0)) return [];
        return [
          {
            severity: 'info' as const,
            subject: subjectOf('NodePool', pool),
            since: shift.firstAt,
            title: `A zonal shift is active for NodePool ${pool.name}`,
            evidence: [evidenceOf('NodePool', pool, 'events', shift.message)],
            remedy: [
              {
                text: 'See who started it and when it ends',
                command: fixedCommand`aws arc-zonal-shift list-zonal-shifts --status ACTIVE`,
              },
            ],
            touches: [touch.pool(pool.name)],
          },
        ];
      }),
    };
  },
};
