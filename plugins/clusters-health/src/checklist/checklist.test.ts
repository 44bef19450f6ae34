import { describeRule, RuleCase } from '../testing/describeRule';
import {
  ago,
  ciliumConfigMap,
  ciliumDaemonSet,
  karpenterDeployment,
  node,
  nodeClaim,
} from '../testing/world';
import { checklist } from './checklist';

const untagged = (minutes: number) =>
  nodeClaim('general-2', {
    metadata: { creationTimestamp: ago(minutes), annotations: undefined },
  });

const rows: Record<string, RuleCase[]> = {
  'cilium-pods-running': [
    {
      name: 'notes an agent that is not ready',
      world: { daemonsets: [ciliumDaemonSet({ status: { numberReady: 0 } })] },
      state: 'fired',
      severity: 'info',
    },
    {
      name: 'is unknown without Cilium',
      world: { daemonsets: [] },
      state: 'unknown',
    },
  ],
  'cilium-ipam-eni': [
    {
      name: 'notes another mode',
      world: { configmaps: [ciliumConfigMap({ ipam: 'cluster-pool' })] },
      state: 'fired',
      severity: 'info',
    },
    {
      name: 'is unknown without the ConfigMap',
      world: { configmaps: [] },
      state: 'unknown',
    },
  ],
  'karpenter-pods-running': [
    {
      name: 'notes a missing replica',
      world: {
        deployments: [
          karpenterDeployment({ status: { availableReplicas: 1 } }),
        ],
      },
      state: 'fired',
      severity: 'info',
    },
    {
      name: 'is unknown without a Deployment',
      world: { deployments: [] },
      state: 'unknown',
    },
  ],
  'nodeclasses-created': [
    {
      name: 'notes that there is none',
      world: { ec2nodeclasses: [] },
      state: 'fired',
    },
  ],
  'nodepools-created': [
    {
      name: 'notes that there is none',
      world: { nodepools: [] },
      state: 'fired',
    },
  ],
  'workload-runs-on-karpenter': [
    {
      name: 'does not apply without nodes',
      world: { nodes: [] },
      state: 'notApplicable',
    },
    {
      name: 'does not apply without workload',
      world: { pods: [] },
      state: 'notApplicable',
    },
  ],
  'nodes-tagged-and-labelled': [
    {
      name: 'notes a missing label',
      world: {
        nodes: [
          node('general-1', {
            metadata: { labels: { 'karpenter.sh/capacity-type': undefined } },
          }),
        ],
      },
      state: 'fired',
      says: 'karpenter.sh/capacity-type',
    },
    {
      name: 'notes a missing label of the class',
      world: {
        nodes: [
          node('general-1', {
            metadata: {
              labels: { 'karpenter.k8s.aws/ec2nodeclass': undefined },
            },
          }),
        ],
      },
      state: 'fired',
      says: 'karpenter.k8s.aws/ec2nodeclass',
    },
    {
      name: 'notes an instance that is not tagged',
      world: { nodeclaims: [nodeClaim(), untagged(6)] },
      state: 'fired',
      severity: 'info',
      says: 'general-2 is not tagged',
    },
    {
      name: 'gives Karpenter time to tag an instance',
      world: { nodeclaims: [nodeClaim(), untagged(4)] },
      state: 'pass',
    },
    {
      name: 'cannot tell where no NodeClaim says so',
      world: { nodeclaims: [untagged(60)] },
      state: 'unknown',
      says: 'aws ec2 describe-instances',
    },
    {
      name: 'does not apply without nodes',
      world: { nodes: [] },
      state: 'notApplicable',
    },
  ],
};

describe('validation checklist', () => {
  for (const rule of checklist) {
    describeRule(rule, rows[rule.rule] ?? []);
  }

  it('has a table for every point', () => {
    expect(Object.keys(rows).sort()).toEqual(
      checklist.map(({ rule }) => rule).sort(),
    );
  });
});
