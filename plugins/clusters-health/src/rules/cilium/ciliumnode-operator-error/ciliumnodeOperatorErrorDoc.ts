import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumnodeOperatorError. */
export const ciliumnodeOperatorErrorDoc: CataloguedDoc = {
  title: 'Operator reports an error on a CiliumNode',
  means:
    'The operator could not assign a block to the node. Only the modes cluster-pool and multi-pool write this; in ENI mode it stays empty whatever goes wrong.',
  foundBy: 'CiliumNode status.ipam.operator-status.error is not empty.',
  whom: 'CiliumNodes in the modes cluster-pool and multi-pool.',
  waits: 'Not at all: the operator clears the error when it succeeds.',
  cannotSee: 'Errors in ENI mode: the operator writes none there.',
  lookAlikes: 'An error left over from an earlier mode.',
  todo: [
    'Read the error; most often the pool is used up.',
    "Read the operator's log for the node.",
  ],
  source:
    'https://docs.cilium.io/en/stable/network/concepts/ipam/cluster-pool/',
};
