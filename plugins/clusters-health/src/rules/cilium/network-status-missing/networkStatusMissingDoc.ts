import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule networkStatusMissing. */
export const networkStatusMissingDoc: CataloguedDoc = {
  title: 'Network status of a node is missing',
  means:
    'The agent is ready, but the operator has not set the condition on the Node: usually the operator does not work. The condition is only ever set to "up"; it does not prove that the agent is alive.',
  foundBy:
    'Node condition NetworkUnavailable absent or not False, more than 2 minutes after its agent became ready.',
  whom: 'Nodes whose agent is ready.',
  waits: '2 minutes: the operator writes it within seconds.',
  cannotSee:
    'Whether the network works: the condition is only ever set to "up".',
  lookAlikes:
    'set-cilium-is-up-condition false; nodes without an agent; silent nodes.',
  todo: [
    'Check the operator (cilium-operator-down).',
    'Check operator.setNodeNetworkStatus in the values of Cilium.',
  ],
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/operator/watchers/node_taint.go',
};
