import type { Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isEniMode } from '../../../model/cilium/ciliumSettings';
import { operatorLog } from '../../../model/remedy/ciliumNodeRemedies';
import { ciliumnodeOperatorErrorDoc } from './ciliumnodeOperatorErrorDoc';

/** D11: the operator wrote an error into a CiliumNode. */
export const ciliumnodeOperatorError: Rule = {
  code: 'cilium/D11',
  id: 'ciliumnode-operator-error',
  component: 'cilium',
  doc: ciliumnodeOperatorErrorDoc,
  needs: ['ciliumnodes'],
  uses: ['configmaps'],
  details: ['daemonsets', 'deployments'],
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
        remedy: [operatorLog(ctx, node.name)],
        touches: [touch.node(node.name)],
        group: node.operatorError,
      })),
    };
  },
};
