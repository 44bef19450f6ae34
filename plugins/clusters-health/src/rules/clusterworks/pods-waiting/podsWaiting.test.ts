import { describeRule } from '../../../testing/describeRule';
import {
  condition,
  karpenterEvent,
  waitingPod,
  youngClaim,
} from '../../../testing/world';
import { podsWaiting } from './podsWaiting';

const says = (message: string) =>
  karpenterEvent('Pod', 'web', 'FailedScheduling', message, 1);

describeRule(podsWaiting, [
  {
    name: 'warns after 5 minutes',
    world: { pods: [waitingPod('web', 6)] },
    state: 'fired',
    severity: 'warning',
    says: '1 pod has waited for a node for 6 min: Karpenter says nothing',
  },
  {
    name: 'waits for 5 minutes',
    world: { pods: [waitingPod('web', 4.9)] },
    state: 'pass',
  },
  {
    name: 'warns early when blind and no node is on its way',
    world: { pods: [waitingPod('web', 1)] },
    states: { events: 'forbidden' },
    state: 'fired',
    says: 'events cannot be read',
  },
  {
    name: 'waits, also when blind, while a node is on its way',
    world: {
      pods: [waitingPod('web', 1)],
      nodeclaims: [
        youngClaim('general-9', 1, condition('Launched', 'True', 1)),
      ],
    },
    states: { events: 'forbidden' },
    state: 'unknown',
  },
  {
    name: 'names a taint',
    world: {
      pods: [waitingPod('web', 6)],
      events: [says('did not tolerate gpu=true:NoSchedule')],
    },
    state: 'fired',
    says: 'they tolerate no NodePool',
  },
  {
    name: 'names a label',
    world: {
      pods: [waitingPod('web', 6)],
      events: [
        says(
          'incompatible requirements, key workload-type, workload-type In [generall]',
        ),
      ],
    },
    state: 'fired',
    says: 'label that no NodePool gives',
  },
  {
    name: 'sees that the promised node is still there',
    world: {
      pods: [waitingPod('web', 6)],
      events: [
        karpenterEvent(
          'Pod',
          'web',
          'Nominated',
          'Pod should schedule on: nodeclaim/general-1',
          1,
        ),
      ],
    },
    state: 'fired',
    says: 'on its way',
  },
  {
    name: 'groups by cause',
    world: {
      pods: [waitingPod('web', 6), waitingPod('api', 7)],
      events: [says('did not tolerate x')],
    },
    state: 'fired',
    count: 2,
  },
  {
    name: 'leaves DaemonSet pods alone',
    world: {
      pods: [
        waitingPod('ds', 60, {
          metadata: {
            ownerReferences: [{ kind: 'DaemonSet', name: 'ds', uid: 'd' }],
          },
        }),
      ],
    },
    state: 'pass',
  },
]);
