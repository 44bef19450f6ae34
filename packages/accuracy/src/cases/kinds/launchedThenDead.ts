import {
  ago,
  condition,
  type Duration,
  karpenterEvent,
  service,
} from '@clusterworks/kube-fixtures';
import {
  addWaitingPods,
  claimOf,
  lostClaim,
  podNamed,
  standardCluster,
  type CaseCluster,
} from '../../world';
import { fault } from '../Case';

function diedAtStart(cluster: CaseCluster, index: number, minutes: number) {
  const claim = lostClaim('general', index);
  cluster.put(
    karpenterEvent(
      claim,
      {
        type: 'Normal',
        reason: 'Launched',
        message:
          'Status condition transitioned, Type: Launched, Status: Unknown -> True, Reason: Launched',
      },
      { at: ago(`${minutes}m` as Duration) },
    ),
    karpenterEvent(
      claim,
      { reason: 'InstanceTerminating', message: 'Instance is terminating' },
      { at: ago(`${minutes - 0.6}m` as Duration) },
    ),
  );
}

/** Volumes of new instances exceed the storage quota of the account. */
export const volumeQuotaEndsInstances = fault({
  name: 'volume-quota-ends-instances',
  source:
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshooting-launch.html#troubleshooting-launch-internal',
  why: 'The quota for gp3 storage is used up. Instances are launched, then end within 40 s (Client.VolumeLimitExceeded); five in 16 minutes. Nothing in the cluster names the reason: only the state reason of the instances does.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/L2', 'karpenter/L1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L8', 'karpenter/P3', 'karpenter/P5'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/L9', 'karpenter/L7'],
  says: ['describe-instances', 'StateReason|state reason'],
  saysNot: ['on its way', 'no capacity'],
  build: () => {
    const cluster = standardCluster();
    [15, 12, 9, 6].forEach((minutes, index) =>
      diedAtStart(cluster, index, minutes),
    );
    const machine = cluster.machine('general-5', {
      createdAt: ago('45s'),
      joinedAt: null,
      claim: {
        deletedAt: ago('8s'),
        conditions: [condition('InstanceTerminating', 'True', ago('8s'))],
      },
    });
    cluster.put(
      karpenterEvent(
        claimOf(machine),
        { reason: 'InstanceTerminating', message: 'Instance is terminating' },
        { at: ago('8s') },
      ),
    );
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 2,
      since: '16m',
      nominated: machine,
    });
    return cluster;
  },
});

/** The sixth node for the same pod is no node "on its way". */
export const sixthNodeForOnePod = fault({
  name: 'sixth-node-for-one-pod',
  source: 'https://github.com/kubernetes-sigs/karpenter/issues/1051',
  why: 'Karpenter has launched six nodes in 25 minutes for one pod, which none of them took: five are gone, the sixth was launched a minute ago. It will not help either.',
  verdict: 'degraded',
  verdictAlso: ['critical'],
  root: ['clusterworks/pods-waiting', 'karpenter/L9', 'karpenter/L2'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L8', 'karpenter/P3'],
  neutral: ['karpenter/L9', 'clusterworks/pods-waiting'],
  says: ['\\d|launched'],
  saysNot: ['on its way'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('1m'),
      joinedAt: null,
    });
    const [name] = addWaitingPods(cluster, service('pricing', 'shop'), {
      since: '25m',
      nominated: machine,
    });
    [24, 19, 14, 9, 5].forEach((minutes, index) =>
      cluster.put(
        karpenterEvent(
          podNamed(name, 'shop'),
          {
            type: 'Normal',
            reason: 'Nominated',
            message: `Pod should schedule on: nodeclaim/${
              lostClaim('general', index).name
            }`,
          },
          { at: ago(`${minutes}m`) },
        ),
      ),
    );
    return cluster;
  },
});
