import { Rule } from '../engine/Rule';
import { eksClusterName } from '../model/eksClusterName';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { isAtLeast } from '../engine/versions';
import { conditionOf, effectiveStatus } from '../kinds';
import { fixedCommand, shellCommand } from '../engine/shellCommand';

/** P4: the last launches of a pool did not become nodes. */
export const registrationUnhealthy: Rule = {
  code: 'karpenter/P4',
  rule: 'nodepool-registration',
  component: 'karpenter',
  title: 'Nodes of a NodePool do not register',
  means:
    'At least two of the last four launches of the pool did not become nodes in 15 minutes. Karpenter replaces them within a second, so claims always look young: only this condition shows it. The pool stays Ready.',
  detect:
    'NodePool condition NodeRegistrationHealthy is False. Unknown is normal after every edit of the pool or its class.',
  remedyDoc:
    "Check the access entry of the node role, the security group's way to the API server, NAT or endpoints, user data and the network.",
  since: 'Karpenter 1.4',
  source:
    'facts/karpenter.md 1.5 and 6.B, facts/karpenter-observed.md 9 and 40',
  concerns: 'ownPools',
  needs: ['nodepools'],
  uses: ['deployments'],
  evaluate(ctx) {
    if (isAtLeast(ctx.index.karpenterVersion(), '1.4.0') === false) {
      return { findings: [], notApplicable: 'Karpenter is older than 1.4' };
    }
    const findings = ctx.index.ownPools().flatMap(pool => {
      const condition = conditionOf(pool, 'NodeRegistrationHealthy');
      if (effectiveStatus(condition, pool.generation) !== 'False') return [];
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
