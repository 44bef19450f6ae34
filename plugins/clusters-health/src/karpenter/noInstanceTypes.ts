import { MINUTE } from '../engine/durations';
import { Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { isAtLeast } from '../engine/versions';
import { capacityErrors, poolOfClaimName } from './capacityErrors';
import { eventsWithReason } from './events';
import { shellCommand } from '../engine/shellCommand';

/** P5: no instance type meets what a NodePool asks for. */
export const noInstanceTypes: Rule = {
  code: 'karpenter/P5',
  rule: 'nodepool-no-instance-types',
  component: 'karpenter',
  title: 'No instance type meets the NodePool',
  means:
    'The requirements of the pool leave no instance type of the region and its zones: it can never launch.',
  detect:
    'Event NoCompatibleInstanceTypes on the NodePool in the last 10 minutes, unless the pool also had InsufficientCapacityError: then every offering is only skipped for a while (L8).',
  remedyDoc: 'Relax requirements or minValues of the pool.',
  since: 'Karpenter 1.2',
  source: 'facts/karpenter.md 6.B, facts/karpenter-observed.md 15',
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
      const pool = ctx.index.poolByName().get(event.involved.name ?? '');
      if (!pool || refused.has(pool.name) || seen.has(pool.name)) return [];
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
