import { describeRule } from '../../../testing/describeRule';
import { ago, node, nodeClaim } from '../../../testing/world';
import { nodesTaggedAndLabelled } from './nodesTaggedAndLabelled';

const untagged = (minutes: number) =>
  nodeClaim('general-2', {
    metadata: { creationTimestamp: ago(minutes), annotations: undefined },
  });

describeRule(nodesTaggedAndLabelled, [
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
    name: 'is unknown when no NodeClaim records the tagging',
    world: { nodeclaims: [untagged(60)] },
    state: 'unknown',
    says: 'aws ec2 describe-instances',
  },
  {
    name: 'does not apply without nodes',
    world: { nodes: [] },
    state: 'notApplicable',
  },
]);
