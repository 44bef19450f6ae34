import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  ciliumOperatorDeployment,
  condition,
  heldFor,
  karpenterDeployment,
  karpenterEvent,
  karpenterPod,
} from '../../../testing/world';
import { controllerDown } from './controllerDown';

const rolling = karpenterDeployment({
  status: { availableReplicas: 1, updatedReplicas: 1 },
});
const refused =
  'pods "karpenter-x" is forbidden: exceeded quota: team, requested: limits.memory=1Gi, used: limits.memory=8Gi, limited: limits.memory=8Gi';
const failing = (available: number, updated = 0) =>
  karpenterDeployment({
    status: {
      availableReplicas: available,
      updatedReplicas: updated,
      conditions: [
        condition('ReplicaFailure', 'True', 24, 'FailedCreate', refused),
      ],
    },
  });
const installed = (minutes: number) =>
  karpenterDeployment({
    metadata: { creationTimestamp: ago(minutes) },
    status: { availableReplicas: 0 },
  });
/** A pod that is not ready and was created ten minutes ago. */
const unready = (change: object) =>
  karpenterPod('karpenter-2', {
    metadata: { creationTimestamp: ago(10) },
    ...change,
  });
const rollingFor = (minutes: number) => heldFor('controller-rollout', minutes);

describeRule(controllerDown, [
  {
    name: 'fires critical without an available replica',
    world: {
      deployments: [karpenterDeployment({ status: { availableReplicas: 0 } })],
    },
    state: 'fired',
    severity: 'critical',
    says: 'Karpenter is down',
  },
  {
    name: 'waits for a new installation',
    world: { deployments: [installed(4.9)] },
    state: 'unknown',
    says: 'installed a moment ago',
  },
  {
    name: 'fires for a new installation after the time of a rollout',
    world: { deployments: [installed(5)] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'treats an absent availableReplicas as zero',
    world: { deployments: [karpenterDeployment({ status: undefined })] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'fires a warning below the wanted number',
    world: {
      deployments: [karpenterDeployment({ status: { availableReplicas: 1 } })],
    },
    state: 'fired',
    severity: 'warning',
    says: '1 of 2',
  },
  {
    name: 'needs a second look at a replica that is missing in a rollout',
    world: { deployments: [rolling] },
    state: 'unknown',
    says: 'second look',
  },
  {
    name: 'allows a missing replica for a short time in a rollout',
    world: { deployments: [rolling] },
    memory: rollingFor(4.9),
    state: 'pass',
  },
  {
    name: 'fires a warning for a rollout that hangs',
    world: { deployments: [rolling] },
    memory: rollingFor(5),
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'fires when it is scaled to zero',
    world: {
      deployments: [
        karpenterDeployment({
          spec: { replicas: 0 },
          status: { availableReplicas: undefined },
        }),
      ],
    },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'finds it in any namespace',
    world: {
      deployments: [
        karpenterDeployment({
          metadata: { namespace: 'karpenter' },
          status: { availableReplicas: 0 },
        }),
      ],
    },
    state: 'fired',
  },
  {
    name: 'says why the API server refuses its pods',
    world: { deployments: [failing(0)] },
    state: 'fired',
    severity: 'critical',
    says: 'Karpenter is down: its pods are not created (ResourceQuota team',
    offers: 'describe resourcequota',
  },
  {
    name: 'sees a refusal in the events of the ReplicaSet',
    world: {
      deployments: [karpenterDeployment({ status: { availableReplicas: 0 } })],
      events: [
        karpenterEvent(
          'ReplicaSet',
          'karpenter-5d7c896799',
          'FailedCreate',
          refused,
          15,
          {
            metadata: { namespace: 'kube-system' },
            involvedObject: { namespace: 'kube-system' },
          },
        ),
      ],
    },
    state: 'fired',
    severity: 'critical',
    says: 'ResourceQuota team',
  },
  {
    name: 'does not wait for a rollout whose pods are refused',
    world: { deployments: [failing(1, 1)] },
    state: 'fired',
    severity: 'warning',
    says: '1 of 2 replicas: its pods are not created',
  },
  {
    name: 'detects a refused new version while the old version serves',
    world: { deployments: [failing(2, 0)] },
    state: 'fired',
    severity: 'warning',
    says: 'The rollout of Karpenter does not go on',
  },
  {
    name: 'sees a rollout past its deadline',
    world: {
      deployments: [
        karpenterDeployment({
          status: {
            conditions: [
              condition(
                'Progressing',
                'False',
                5,
                'ProgressDeadlineExceeded',
                'ReplicaSet "karpenter-2" has timed out progressing.',
              ),
            ],
          },
        }),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: 'past its deadline',
  },
  {
    name: 'leaves out a rollout in progress with enough replicas',
    world: {
      deployments: [karpenterDeployment({ status: { updatedReplicas: 1 } })],
    },
    state: 'pass',
  },
  {
    name: 'leaves out a refusal of an hour ago',
    world: {
      deployments: [karpenterDeployment({ status: { updatedReplicas: 1 } })],
      events: [
        karpenterEvent(
          'ReplicaSet',
          'karpenter-5d7c896799',
          'FailedCreate',
          refused,
          60,
          { involvedObject: { namespace: 'kube-system' } },
        ),
      ],
    },
    state: 'pass',
  },
  {
    name: 'names an image that cannot be pulled, and deletes nothing',
    world: {
      deployments: [karpenterDeployment({ status: { updatedReplicas: 1 } })],
      pods: [
        unready({
          status: {
            phase: 'Pending',
            startTime: ago(10),
            conditions: [condition('Ready', 'False', 10)],
            containerStatuses: [
              {
                name: 'controller',
                ready: false,
                restartCount: 0,
                image: 'example/karpenter:9.9.9',
                state: { waiting: { reason: 'ImagePullBackOff' } },
              },
            ],
          },
        }),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: 'container controller of pod karpenter-2 does not start (ImagePullBackOff)',
    offersNot: /rollout restart|delete pod/,
  },
  {
    name: 'quotes the message of the scheduler',
    world: {
      deployments: [karpenterDeployment({ status: { availableReplicas: 0 } })],
      pods: [
        unready({
          node: undefined,
          spec: { nodeName: undefined },
          status: {
            phase: 'Pending',
            conditions: [
              condition(
                'PodScheduled',
                'False',
                10,
                'Unschedulable',
                '0/3 nodes are available: 3 Insufficient cpu.',
              ),
            ],
            containerStatuses: undefined,
          },
        }),
      ],
    },
    state: 'fired',
    severity: 'critical',
    says: 'finds no node (0/3 nodes are available: 3 Insufficient cpu.)',
  },
  {
    name: 'is unknown without a Deployment',
    world: { deployments: [ciliumOperatorDeployment()] },
    state: 'unknown',
    says: 'no Deployment of Karpenter',
  },
]);
