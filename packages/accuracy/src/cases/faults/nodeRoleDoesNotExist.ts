import {
  ago,
  awaiting,
  condition,
  nodeClass,
  nodePool,
  poolFacts,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** The role of the class does not exist. */
export const nodeRoleDoesNotExist = fault({
  name: 'node-role-does-not-exist',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/8538',
  why: 'A class was made with a role that was renamed. The instance profile cannot be made; the condition stays Unknown since 33 minutes and never turns False.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/N4'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N5', 'karpenter/N1', 'karpenter/N3', 'karpenter/P2'],
  neutral: ['karpenter/P1'],
  says: ['role|InstanceProfile|instance profile'],
  build: () => {
    const cluster = standardCluster();
    const since = ago('33m');
    cluster.put(
      nodeClass('builds', {
        cluster: cluster.facts,
        createdAt: since,
        manifest: {
          role: 'NodeRoleOfLastYear',
          amiSelectorTerms: [{ alias: 'al2023@v20261112' }],
        },
        conditions: [
          awaiting('InstanceProfileReady', since),
          condition(
            'ValidationSucceeded',
            'Unknown',
            since,
            'AwaitingReconciliation',
            'object is awaiting reconciliation',
          ),
          condition(
            'Ready',
            'Unknown',
            since,
            'ReconcilingDependents',
            'InstanceProfileReady=Unknown, ValidationSucceeded=Unknown',
          ),
        ],
        status: { instanceProfile: undefined },
      }),
      nodePool('builds', {
        cluster: cluster.facts,
        createdAt: since,
        registrationHealthyAt: null,
        manifest: poolFacts('builds', { nodeClass: 'builds' }).spec,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
        conditions: [
          condition(
            'NodeClassReady',
            'False',
            since,
            'NodeClassReadinessUnknown',
            'Node Class Readiness Unknown',
          ),
          condition(
            'Ready',
            'False',
            since,
            'UnhealthyDependents',
            'NodeClassReady=False',
          ),
        ],
      }),
    );
    return cluster;
  },
});
