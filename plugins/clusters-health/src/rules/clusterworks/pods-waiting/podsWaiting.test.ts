import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  condition,
  karpenterEvent,
  nodePool,
  waitingPod,
  youngClaim,
} from '../../../testing/world';
import { podsWaiting } from './podsWaiting';

const says = (message: string, minutes = 1) =>
  karpenterEvent('Pod', 'web', 'FailedScheduling', message, minutes);

const promise = (claim: string, minutes = 1) =>
  karpenterEvent(
    'Pod',
    'web',
    'Nominated',
    `Pod should schedule on: nodeclaim/${claim}`,
    minutes,
  );
const launched = (claim: string, minutes: number) =>
  karpenterEvent(
    'NodeClaim',
    claim,
    'Launched',
    'Status condition transitioned, Type: Launched, Status: Unknown -> True, Reason: Launched',
    minutes,
  );
const removedNow = ({ metadata }: Record<string, unknown>) => ({
  ...(metadata as object),
  deletionTimestamp: ago(0.1),
});
const joining = (name: string, minutes: number) =>
  youngClaim(name, minutes, condition('Launched', 'True', minutes));

describeRule(podsWaiting, [
  {
    name: 'warns after 5 minutes',
    world: { pods: [waitingPod('web', 6)] },
    state: 'fired',
    severity: 'warning',
    says: '1 pod has waited for a node for 6 min: Karpenter has written no event',
  },
  {
    name: 'is info from the first minute on',
    world: { pods: [waitingPod('web', 4.9)] },
    state: 'fired',
    severity: 'info',
    says: '1 pod has waited for a node for 5 min',
  },
  {
    name: 'is info while the cluster is being removed',
    world: {
      pods: [waitingPod('web', 60)],
      nodepools: [
        nodePool('general', {
          metadata: { labels: { 'clusterworks.dev/phase': 'draining' } },
        }),
      ],
    },
    said: ['info Pod/web'],
  },
  {
    name: 'warns when limits of zero are the only sign of a removal',
    world: {
      pods: [waitingPod('web', 60)],
      nodepools: [nodePool('general', { spec: { limits: { cpu: '0' } } })],
    },
    said: ['warning Pod/web'],
  },
  {
    name: 'waits for a minute',
    world: { pods: [waitingPod('web', 0.9)] },
    state: 'pass',
  },
  {
    name: 'is info after that minute',
    world: { pods: [waitingPod('web', 1.1)] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'waits for half a minute when events are forbidden',
    world: { pods: [waitingPod('web', 0.48)] },
    states: { events: 'forbidden' },
    state: 'unknown',
  },
  {
    name: 'shows the messages of Karpenter of the last ten minutes',
    world: {
      pods: [waitingPod('web', 20)],
      events: [says('did not tolerate gpu=true:NoSchedule', 9.9)],
    },
    state: 'fired',
    shows: 'did not tolerate gpu',
  },
  {
    name: 'does not show older messages',
    world: {
      pods: [waitingPod('web', 20)],
      events: [says('did not tolerate gpu=true:NoSchedule', 10.1)],
    },
    state: 'fired',
    showsNot: /did not tolerate gpu/,
  },
  {
    name: 'warns early when events are forbidden and no node is being launched',
    world: { pods: [waitingPod('web', 0.52)] },
    states: { events: 'forbidden' },
    state: 'fired',
    says: 'events cannot be read',
  },
  {
    name: 'waits, also when events are forbidden, while a node is being launched',
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
    name: 'names the label of a volume, and shows the message of Karpenter',
    world: {
      pods: [waitingPod('web', 6)],
      events: [
        says(
          'Failed to schedule pod, incompatible with nodepool "general", incompatible requirements, label "topology.ebs.csi.aws.com/zone" does not have known values',
        ),
      ],
    },
    state: 'fired',
    says: 'their volume asks for label topology.ebs.csi.aws.com/zone',
    offers: 'allowedTopologies',
  },
  {
    name: 'sees that the nominated node still exists',
    world: {
      pods: [waitingPod('web', 6)],
      nodeclaims: [joining('general-2', 3)],
      events: [promise('general-2')],
    },
    state: 'fired',
    says: 'on its way',
  },
  {
    name: 'passes while a node is being launched',
    world: {
      pods: [waitingPod('web', 4)],
      nodeclaims: [joining('general-2', 3)],
      events: [promise('general-2')],
    },
    state: 'pass',
  },
  {
    name: 'does not report the third node launched within an hour as on its way',
    world: {
      pods: [waitingPod('web', 40)],
      nodeclaims: [joining('general-4', 1)],
      events: [
        promise('general-2', 35),
        promise('general-3', 18),
        promise('general-4', 1),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: '3 nodes were launched for them within an hour',
  },
  {
    name: 'reports the second node launched within an hour as on its way',
    world: {
      pods: [waitingPod('web', 40)],
      nodeclaims: [joining('general-4', 1)],
      events: [promise('general-3', 18), promise('general-4', 1)],
    },
    state: 'fired',
    says: 'on its way',
  },
  {
    name: 'does not report a node that is being removed as on its way',
    world: {
      pods: [waitingPod('web', 6)],
      nodeclaims: [
        {
          ...joining('general-2', 1),
          metadata: removedNow(joining('general-2', 1)),
        },
      ],
      events: [promise('general-2')],
    },
    said: ['warning Pod/web'],
    says: 'their node, of NodeClaim general-2, is being removed before it took them',
  },
  {
    name: 'does not report a node as on its way when the last two ended early',
    world: {
      pods: [waitingPod('web', 6)],
      nodeclaims: [joining('general-4', 0.5)],
      events: [
        promise('general-4', 0.5),
        launched('general-2', 5),
        launched('general-3', 3),
      ],
    },
    said: ['warning Pod/web'],
    says: 'the last 2 of its NodePool ended before they joined',
  },
  {
    name: 'does not report a node of a pool whose nodes do not register as on its way',
    world: {
      pods: [waitingPod('web', 6)],
      nodeclaims: [joining('general-4', 2)],
      nodepools: [
        nodePool('general', {
          status: {
            conditions: [condition('NodeRegistrationHealthy', 'False')],
          },
        }),
      ],
      events: [promise('general-4', 2)],
    },
    said: ['warning Pod/web'],
    says: 'nodes of NodePool general do not register',
  },
  {
    name: 'reports a node as on its way when one before it ended early',
    world: {
      pods: [waitingPod('web', 6)],
      nodeclaims: [joining('general-4', 0.5)],
      events: [promise('general-4', 0.5), launched('general-3', 3)],
    },
    said: ['warning Pod/web'],
    says: 'on its way',
  },
  {
    name: 'does not report a node that has not joined for 10 minutes as on its way',
    world: {
      pods: [waitingPod('web', 11)],
      nodeclaims: [joining('general-2', 10.1)],
      events: [promise('general-2')],
    },
    state: 'fired',
    says: 'their node, of NodeClaim general-2, does not get into service',
  },
  {
    name: 'does not report a node that cannot be launched as on its way',
    world: {
      pods: [waitingPod('web', 2)],
      nodeclaims: [
        youngClaim(
          'general-2',
          1,
          condition('Launched', 'Unknown', 1, 'Unauthorized'),
        ),
      ],
      events: [promise('general-2')],
    },
    state: 'fired',
    severity: 'info',
    says: 'does not get into service',
  },
  {
    name: 'says that the scheduler does not use the existing node',
    world: {
      pods: [waitingPod('web', 20)],
      events: [promise('general-1')],
    },
    state: 'fired',
    says: 'is in service, and they are not placed on it',
  },
  {
    name: 'uses the message of the scheduler when Karpenter has none',
    world: {
      pods: [
        waitingPod('web', 6, {
          status: {
            conditions: [
              condition(
                'PodScheduled',
                'False',
                6,
                'Unschedulable',
                '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
              ),
            ],
          },
        }),
      ],
    },
    state: 'fired',
    says: 'volume claims are not bound',
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
    name: 'leaves out DaemonSet pods',
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
