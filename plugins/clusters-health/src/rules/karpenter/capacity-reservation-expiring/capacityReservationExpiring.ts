import { DAY, sayDuration } from '../../../model/durations';
import type { Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { capacityReservationExpiringDoc } from './capacityReservationExpiringDoc';

/** N7: capacity reservations that end within a day. */
export const capacityReservationExpiring: Rule = {
  code: 'karpenter/N7',
  id: 'capacity-reservation-expiring',
  component: 'karpenter',
  doc: capacityReservationExpiringDoc,
  needs: ['ec2nodeclasses'],
  evaluate(ctx) {
    const all = ctx
      .items('ec2nodeclasses')
      .flatMap(nodeClass =>
        nodeClass.capacityReservations.map(one => ({ nodeClass, one })),
      );
    if (all.length === 0) {
      return notApplicable('no class has reservations');
    }
    return {
      findings: all.flatMap(({ nodeClass, one }) => {
        const left = one.endsAt === undefined ? Infinity : one.endsAt - ctx.now;
        if (one.state !== 'expiring' && left >= DAY) {
          return [];
        }
        const when = Number.isFinite(left)
          ? ` in ${sayDuration(Math.max(0, left))}`
          : '';
        return [
          {
            severity: 'warning' as const,
            subject: subjectOf('EC2NodeClass', nodeClass),
            title: `Capacity reservation ${one.id} (${
              one.instanceType ?? 'any type'
            }) ends${when}`,
            evidence: [
              evidenceOf(
                'EC2NodeClass',
                nodeClass,
                `status.capacityReservations[${one.id}]`,
                `${one.state ?? ''} ${
                  one.endsAt === undefined
                    ? ''
                    : new Date(one.endsAt).toISOString()
                }`.trim(),
              ),
            ],
            remedy: [
              {
                text: 'See when it ends, and how much of it is in use',
                command: shellCommand`aws ec2 describe-capacity-reservations --capacity-reservation-ids ${one.id} --query 'CapacityReservations[].[State,EndDate,InstanceType,TotalInstanceCount,AvailableInstanceCount]' --output table`,
              },
              {
                text: 'Extend it if it is still needed. Else see that the pools of the class allow another capacity type or reservation: what is left when it ends goes on as on-demand, and the nodes of a capacity block are drained before',
              },
            ],
            touches: [touch.nodeClass(nodeClass.name)],
            key: one.id,
          },
        ];
      }),
    };
  },
};
