import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule operatorDoesNotTolerate. */
export const operatorDoesNotTolerateDoc: CataloguedDoc = {
  title: 'Cilium operator tolerates no node',
  means:
    'Since 1.18 the operator tolerates only a few taints. Where every node carries another one, such as CriticalAddonsOnly, it never starts, and no node gets its network.',
  foundBy:
    'An operator pod is Pending and unschedulable, and every node has a taint (NoSchedule or NoExecute) that the Deployment does not tolerate.',
  whom: 'The operator, since Cilium 1.18, on nodes that carry Linux pods.',
  waits: 'Not at all: the scheduler has decided.',
  cannotSee: 'Node selectors and affinities of the operator.',
  lookAlikes:
    'Windows and Fargate nodes, on which the operator never runs; a first node that has not joined yet.',
  todo: [
    'Set operator.tolerations in the values of Cilium, with the taint that is named.',
  ],
  since: 'Cilium 1.18',
  source: 'https://github.com/cilium/cilium/issues/41921',
};
