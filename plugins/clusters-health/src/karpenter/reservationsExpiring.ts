import { DAY, sayDuration } from '../engine/durations';
import { notApplicable, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { shellCommand } from '../engine/shellCommand';

/** N7: capacity reservations that end within a day. */
export const reservationsExpiring: Rule = {
  code: 'karpenter/N7',
  rule: 'capacity-reservation-expiring',
  component: 'karpenter',
  title: 'A capacity reservation ends soon',
  means:
    'When a reservation ends, its nodes go on as on-demand or are drained (capacity blocks), and new ones are no longer assured.',
  detect:
    'EC2NodeClass status.capacityReservations: state expiring, or endTime within 24 hours.',
  remedyDoc: 'Extend the reservation, or plan for its end.',
  since: 'Karpenter 1.3',
  source: 'facts/karpenter.md 1.3 and 6.B',
  needs: ['ec2nodeclasses'],
  evaluate(ctx) {
    const all = ctx
      .items('ec2nodeclasses')
      .flatMap(nodeClass =>
        nodeClass.capacityReservations.map(one => ({ nodeClass, one })),
      );
    if (all.length === 0) return notApplicable('no class has reservations');
    return {
      findings: all.flatMap(({ nodeClass, one }) => {
        const left = one.endsAt === undefined ? Infinity : one.endsAt - ctx.now;
        if (one.state !== 'expiring' && left >= DAY) return [];
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
                text: 'Extend it, or plan for its end',
                command: shellCommand`aws ec2 describe-capacity-reservations --capacity-reservation-ids ${one.id}`,
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
