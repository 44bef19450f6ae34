import fc from 'fast-check';
import { schedulingFailure } from './schedulingFailure';

const says = (message: string) => schedulingFailure(message).says;

describe('schedulingFailure', () => {
  it.each([
    [
      'Failed to schedule pod, all available instance types exceed limits for nodepool (NodePool=general)',
      'every NodePool is at its limit',
    ],
    [
      'Failed to schedule pod, incompatible with nodepool "gpu", did not tolerate gpu=true:NoSchedule; all available instance types exceed limits for nodepool "arm"',
      'NodePool arm is at its limit, and no other takes them',
    ],
    [
      'did not tolerate taint (taint=a:NoSchedule); incompatible requirements, label "team" does not have known values',
      'they ask for label team, which no NodePool gives',
    ],
    [
      'incompatible requirements, label "zone" does not have known values (typo of "topology.kubernetes.io/zone"?)',
      'they ask for label zone, which no NodePool gives',
    ],
    [
      'incompatible requirements, key workload-type, workload-type In [generall] not in workload-type In [general]',
      'they ask for workload-type In [generall], and NodePools give workload-type In [general]',
    ],
    [
      'did not tolerate gpu=true:NoSchedule',
      'they tolerate no NodePool (gpu=true:NoSchedule)',
    ],
    [
      'unsatisfiable topology constraint for pod anti-affinity',
      'their spread constraints cannot be met',
    ],
    [
      'no instance type has enough resources, requirements=x',
      'no instance type is large enough or available',
    ],
    [
      'no instance type met the scheduling requirements or had a required offering',
      'no instance type that they could run on is offered now, in their zones and capacity types',
    ],
    [
      'NodeClaim x nominated for this pod failed to launch: creating instance, insufficient capacity',
      'EC2 has no capacity',
    ],
    ['the moon is in the wrong house', 'the moon is in the wrong house'],
  ])('%s', (message, expected) => {
    expect(says(message)).toBe(expected);
  });

  it('suggests the label that a typo may stand for', () => {
    expect(
      schedulingFailure(
        'label "zone" does not have known values (typo of "topology.kubernetes.io/zone"?)',
      ).advice,
    ).toContain('topology.kubernetes.io/zone may be meant');
  });

  it('gives a short result for any text, without delay', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1024 }), message => {
        expect(says(message).length).toBeLessThan(700);
      }),
    );
  });
});
