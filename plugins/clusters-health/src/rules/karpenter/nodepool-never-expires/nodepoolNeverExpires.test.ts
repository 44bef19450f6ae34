import { describeRule } from '../../../testing/describeRule';
import { nodePool } from '../../../testing/world';
import { nodepoolNeverExpires } from './nodepoolNeverExpires';

const pool = (spec: Record<string, unknown>) =>
  nodePool('general', { spec: { template: { spec } } });

describeRule(nodepoolNeverExpires, [
  {
    name: 'notes Never without a grace period',
    world: { nodepools: [pool({ expireAfter: 'Never' })] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'passes with a grace period',
    world: {
      nodepools: [
        pool({ expireAfter: 'Never', terminationGracePeriod: '24h' }),
      ],
    },
    state: 'pass',
  },
]);
