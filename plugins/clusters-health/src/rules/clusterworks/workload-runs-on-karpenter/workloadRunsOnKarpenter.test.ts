import { describeRule } from '../../../testing/describeRule';
import { workloadRunsOnKarpenter } from './workloadRunsOnKarpenter';

describeRule(workloadRunsOnKarpenter, [
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
]);
