import { RuleDoc } from '../../../rule/Rule';

/** What people read of networkStatusMissing. */
export const networkStatusMissingDoc: RuleDoc = {
  title: 'Network status of a node is missing',
  means:
    'The agent is ready, but the operator has not said so on the Node: most often it does not work. The condition is only ever set to "up": that it is there does not prove that the agent lives.',
  foundBy:
    'Node condition NetworkUnavailable absent or not False, more than 2 minutes after its agent became ready.',
  todo: 'Check the operator (D03) and operator.setNodeNetworkStatus in the values of Cilium.',
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/operator/watchers/node_taint.go',
};
