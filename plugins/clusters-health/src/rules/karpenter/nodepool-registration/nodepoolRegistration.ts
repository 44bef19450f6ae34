import type { Rule } from '../../../rule/Rule';
import { eksClusterName } from '../../../model/eksClusterName';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isAtLeast } from '../../../model/versions';
import { conditionOf, effectiveStatus } from '../../../kinds';
import { fixedCommand, shellCommand } from '../../../model/remedy/shellCommand';
import { nodepoolRegistrationDoc } from './nodepoolRegistrationDoc';

/** P4: the last launches of a pool did not become nodes. */
export const nodepoolRegistration: Rule = {
  code: 'karpenter/P4',
  id: 'nodepool-registration',
  component: 'karpenter',
  doc: nodepoolRegistrationDoc,
  concerns: 'ownPools',
  needs: ['nodepools'],
  uses: ['deployments'],
  evaluate(ctx) {
    if (isAtLeast(ctx.index.karpenterVersion(), '1.4.0') === false) {
      return { findings: [], notApplicable: 'Karpenter is older than 1.4' };
    }
    const findings = ctx.index.ownPools().flatMap(pool => {
      const condition = conditionOf(pool, 'NodeRegistrationHealthy');
      if (effectiveStatus(condition, pool.generation) !== 'False') {
        return [];
      }
      return [
        {
          severity: 'critical' as const,
          subject: subjectOf('NodePool', pool),
          since: ctx.heldSince(`registration/${pool.name}`, condition?.since),
          title: `Nodes of NodePool ${pool.name} do not register: ${
            condition?.message || condition?.reason || 'no reason given'
          }`,
          evidence: [
            evidenceOf(
              'NodePool',
              pool,
              'status.conditions[NodeRegistrationHealthy]',
              `False ${condition?.reason ?? ''}: ${condition?.message ?? ''}`,
            ),
          ],
          remedy: [
            {
              text: 'See whether the node role may join the cluster',
              command: shellCommand`aws eks list-access-entries --cluster-name ${eksClusterName(
                ctx,
              )} && aws eks describe-access-entry --cluster-name ${eksClusterName(
                ctx,
              )} --principal-arn '<ARN of the node role>'`,
            },
            {
              text: 'Read how far an instance came',
              command: fixedCommand`aws ec2 get-console-output --instance-id '<instance id>' --latest --output text`,
            },
          ],
          touches: [touch.pool(pool.name), touch.waitingPods()],
        },
      ];
    });
    return { findings };
  },
};
