import { MINUTE } from '../../../model/durations';
import type { Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isAtLeast } from '../../../model/versions';
import {
  capacityErrors,
  poolOfClaimName,
} from '../../../model/karpenter/capacityErrors';
import { eventsWithReason } from '../../../model/karpenter/karpenterEvents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodepoolNoInstanceTypesDoc } from './nodepoolNoInstanceTypesDoc';

/** P5: no instance type meets the requirements of a NodePool. */
export const nodepoolNoInstanceTypes: Rule = {
  code: 'karpenter/P5',
  id: 'nodepool-no-instance-types',
  component: 'karpenter',
  doc: nodepoolNoInstanceTypesDoc,
  concerns: 'ownPools',
  needs: ['nodepools', 'events'],
  uses: ['deployments'],
  evaluate(ctx) {
    if (isAtLeast(ctx.index.karpenterVersion(), '1.2.0') === false) {
      return { findings: [], notApplicable: 'Karpenter is older than 1.2' };
    }
    const pools = ctx.index.ownPools();
    const refused = new Set(
      [...capacityErrors(ctx, 20 * MINUTE).keys()].map(claim =>
        poolOfClaimName(claim, pools),
      ),
    );
    const seen = new Set<string>();
    const findings = eventsWithReason(
      ctx,
      'NoCompatibleInstanceTypes',
      10 * MINUTE,
    ).flatMap(event => {
      const pool = pools.find(({ name }) => name === event.involved.name);
      if (!pool || refused.has(pool.name) || seen.has(pool.name)) {
        return [];
      }
      seen.add(pool.name);
      return [
        {
          severity: 'warning' as const,
          subject: subjectOf('NodePool', pool),
          since: event.firstAt,
          title: `No instance type meets NodePool ${pool.name}`,
          evidence: [
            evidenceOf('NodePool', pool, 'events', event.message),
            evidenceOf(
              'NodePool',
              pool,
              'spec.template.spec.requirements',
              pool.requirements
                .map(
                  ({ key, operator, values }) =>
                    `${key} ${operator} ${values.join(',')}`,
                )
                .join('; '),
            ),
          ],
          remedy: [
            {
              text: 'Allow more families, sizes or zones, or lower minValues',
            },
            {
              text: 'See what the pool asks for',
              command: shellCommand`kubectl get nodepool ${pool.name} -o jsonpath='{.spec.template.spec.requirements}'`,
            },
          ],
          touches: [touch.pool(pool.name), touch.waitingPods()],
        },
      ];
    });
    return { findings };
  },
};
