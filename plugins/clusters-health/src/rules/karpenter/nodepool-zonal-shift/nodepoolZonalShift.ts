import { HOUR } from '../../../model/durations';
import type { Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { eventsWithReason } from '../../../model/karpenter/karpenterEvents';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nodepoolZonalShiftDoc } from './nodepoolZonalShiftDoc';

/** P9: a zonal shift keeps a NodePool out of a zone. */
export const nodepoolZonalShift: Rule = {
  code: 'karpenter/P9',
  id: 'nodepool-zonal-shift',
  component: 'karpenter',
  doc: nodepoolZonalShiftDoc,
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
        if (!shift || (cleared?.lastAt ?? 0) > (shift.lastAt ?? 0)) {
          return [];
        }
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
