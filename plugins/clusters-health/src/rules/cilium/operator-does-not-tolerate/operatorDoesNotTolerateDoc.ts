import { RuleDoc } from '../../../rule/Rule';

/** What people read of operatorDoesNotTolerate. */
export const operatorDoesNotTolerateDoc: RuleDoc = {
  title: 'Cilium operator tolerates no node',
  means:
    'Since 1.18 the operator tolerates only a few taints. Where every node carries another one, such as CriticalAddonsOnly, it never starts, and no node gets its network.',
  foundBy:
    'An operator pod is Pending and unschedulable, and every node has a taint (NoSchedule or NoExecute) that the Deployment does not tolerate.',
  todo: 'Set operator.tolerations in the values of Cilium.',
  since: 'Cilium 1.18',
  source: 'https://github.com/cilium/cilium/issues/41921',
};
