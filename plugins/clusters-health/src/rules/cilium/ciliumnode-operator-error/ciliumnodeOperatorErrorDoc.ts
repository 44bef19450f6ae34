import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumnodeOperatorError. */
export const ciliumnodeOperatorErrorDoc: RuleDoc = {
  title: 'Operator reports an error on a CiliumNode',
  means:
    'The operator could not assign a block to the node. Only the modes cluster-pool and multi-pool write this; in ENI mode it stays empty whatever goes wrong.',
  foundBy: 'CiliumNode status.ipam.operator-status.error is not empty.',
  todo: 'The error says what is wrong; most often the pool is used up.',
  source:
    'https://docs.cilium.io/en/stable/network/concepts/ipam/cluster-pool/',
};
