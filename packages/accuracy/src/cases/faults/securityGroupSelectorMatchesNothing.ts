import {
  ago,
  condition,
  nodeClass,
  nodePool,
  poolFacts,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** A new class selects a security group that does not exist. */
export const securityGroupSelectorMatchesNothing = fault({
  name: 'security-group-selector-matches-nothing',
  source:
    'https://karpenter.sh/docs/concepts/nodeclasses/#specsecuritygroupselectorterms',
  why: 'The class of a second pool selects groups by a tag with a typing error. It has not been Ready since it was made 55 minutes ago; the first pool works.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/N2'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N5', 'karpenter/P2', 'karpenter/N1'],
  neutral: ['karpenter/P1'],
  says: ['security ?group'],
  build: () => {
    const cluster = standardCluster();
    const since = ago('55m');
    cluster.put(
      nodeClass('gpu', {
        cluster: cluster.facts,
        createdAt: since,
        readyAt: since,
        conditions: [
          condition(
            'SecurityGroupsReady',
            'False',
            since,
            'SecurityGroupsNotFound',
            'SecurityGroupSelector did not match any SecurityGroups',
          ),
          condition(
            'ValidationSucceeded',
            'False',
            since,
            'DependenciesNotReady',
            'Awaiting AMI, Instance Profile, Security Group, and Subnet resolution',
          ),
          condition(
            'Ready',
            'False',
            since,
            'UnhealthyDependents',
            'ValidationSucceeded=False, SecurityGroupsReady=False',
          ),
        ],
        status: { securityGroups: undefined },
      }),
      nodePool('gpu', {
        cluster: cluster.facts,
        createdAt: since,
        registrationHealthyAt: null,
        manifest: poolFacts('gpu', { nodeClass: 'gpu' }).spec,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
        conditions: [
          condition(
            'NodeClassReady',
            'False',
            since,
            'UnhealthyDependents',
            'ValidationSucceeded=False, SecurityGroupsReady=False',
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
