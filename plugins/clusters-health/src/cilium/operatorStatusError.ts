import { notApplicable, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { isEniMode } from './ciliumContext';
import { operatorLog } from './stuckRemedies';

/** D11: the operator wrote an error into a CiliumNode. */
export const operatorStatusError: Rule = {
  code: 'cilium/D11',
  rule: 'ciliumnode-operator-error',
  component: 'cilium',
  title: 'Operator reports an error on a CiliumNode',
  means:
    'The operator could not assign a block to the node. Only the modes cluster-pool and multi-pool write this; in ENI mode it stays empty whatever goes wrong.',
  detect: 'CiliumNode status.ipam.operator-status.error is not empty.',
  remedyDoc: 'The error says what is wrong; most often the pool is used up.',
  source: 'facts/cilium.md 3.4 D11, facts/cilium-observed.md 2',
  needs: ['ciliumnodes'],
  uses: ['configmaps'],
  evaluate(ctx) {
    const failing = ctx
      .items('ciliumnodes')
      .filter(node => node.operatorError !== undefined);
    if (failing.length === 0 && isEniMode(ctx)) {
      return notApplicable('in ENI mode the operator writes no errors there');
    }
    return {
      findings: failing.map(node => ({
        severity: 'critical',
        subject: subjectOf('CiliumNode', node),
        since: ctx.heldSince(`operator-error/${node.name}`),
        title: `Cilium's operator cannot serve node ${node.name}: ${node.operatorError}`,
        evidence: [
          evidenceOf(
            'CiliumNode',
            node,
            'status.ipam.operator-status.error',
            node.operatorError,
          ),
        ],
        remedy: [operatorLog(node.name)],
        touches: [touch.node(node.name)],
        group: node.operatorError,
      })),
    };
  },
};
