import { describeRule } from '../../../testing/describeRule';
import { nodePool } from '../../../testing/world';
import { nodepoolNarrow } from './nodepoolNarrow';

const only = (key: string, ...values: string[]) =>
  nodePool('general', {
    spec: {
      template: { spec: { requirements: [{ key, operator: 'In', values }] } },
    },
  });

describeRule(nodepoolNarrow, [
  {
    name: 'notes spot alone',
    world: { nodepools: [only('karpenter.sh/capacity-type', 'spot')] },
    state: 'fired',
    severity: 'info',
    says: 'spot only',
  },
  {
    name: 'notes one zone',
    world: { nodepools: [only('topology.kubernetes.io/zone', 'eu-west-1a')] },
    state: 'fired',
    says: 'one zone',
  },
  {
    name: 'passes with two types',
    world: {
      nodepools: [
        only('node.kubernetes.io/instance-type', 'm6i.large', 'm7i.large'),
      ],
    },
    state: 'pass',
  },
]);
