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
  standardCluster,
} from '../../world';
import { fault } from '../Case';

/** Instances end seconds after they were launched: the key of their disks. */
export const instancesDieAtStart = fault({
  name: 'instances-die-at-start',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/1407',
  why: 'The disks are encrypted with a key that EC2 may not use. Each instance is launched and ends half a minute later (Client.InternalError): eight NodeClaims in 30 minutes, none has become a node. Pods wait since 31 minutes.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: [
    'karpenter/L1',
    'karpenter/L2',
    'karpenter/L15',
    'karpenter/L16',
    'karpenter/P4',
  ],
  rootsMax: 1,
  mistakenFor: ['karpenter/L8', 'karpenter/P5', 'karpenter/P3'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/L9', 'karpenter/L7'],
  says: ['KMS|encrypt|key', 'describe-instances|state reason|StateReason'],
  saysNot: ['capacity'],
  build: () => {
    const cluster = standardCluster();
    for (let index = 0; index < 7; index += 1) {
      const claim = lostClaim('general', index);
      const minutes = 4 + index * 4;
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
          { at: ago(`${minutes - 0.5}m` as Duration) },
        ),
        karpenterEvent(
          claim,
          {
            reason: 'TerminatingOnInterruption',
            message: 'Interruption triggered termination for the NodeClaim',
          },
          { at: ago(`${minutes - 0.5}m` as Duration) },
        ),
      );
    }
    const machine = cluster.machine('general-5', {
      createdAt: ago('50s'),
      joinedAt: null,
      claim: {
        deletedAt: ago('15s'),
        conditions: [condition('InstanceTerminating', 'True', ago('15s'))],
      },
    });
    cluster.put(
      karpenterEvent(
        claimOf(machine),
        { reason: 'InstanceTerminating', message: 'Instance is terminating' },
        { at: ago('16s') },
      ),
      karpenterEvent(
        claimOf(machine),
        {
          reason: 'TerminatingOnInterruption',
          message: 'Interruption triggered termination for the NodeClaim',
        },
        { at: ago('15s') },
      ),
    );
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 2,
      since: '31m',
      nominated: machine,
    });
    return cluster;
  },
});
