import type { Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodePoolFacts } from '../../../kinds';
import { requirementOn } from '../../../model/karpenter/capacityTypes';
import { nodepoolNarrowDoc } from './nodepoolNarrowDoc';

/**
 * Labels for which a single allowed value makes a pool depend on one source of
 * capacity.
 */
const narrow: readonly { key: string; only?: string; says: string }[] = [
  { key: 'karpenter.sh/capacity-type', only: 'spot', says: 'spot only' },
  { key: 'node.kubernetes.io/instance-type', says: 'one instance type' },
  { key: 'karpenter.k8s.aws/instance-family', says: 'one instance family' },
  { key: 'topology.kubernetes.io/zone', says: 'one zone' },
];

/** P8: a NodePool has only one source of capacity. */
export const nodepoolNarrow: Rule = {
  code: 'karpenter/P8',
  id: 'nodepool-narrow',
  component: 'karpenter',
  doc: nodepoolNarrowDoc,
  concerns: 'ownPools',
  needs: ['nodepools'],
  evaluate(ctx) {
    return {
      findings: ctx.index.ownPools().flatMap(pool => {
        const found = narrow.filter(one => isNarrow(pool, one));
        if (found.length === 0) {
          return [];
        }
        return [
          {
            severity: 'info' as const,
            subject: subjectOf('NodePool', pool),
            title: `NodePool ${pool.name} has little choice: ${found
              .map(({ says }) => says)
              .join(', ')}`,
            evidence: found.map(({ key }) =>
              evidenceOf(
                'NodePool',
                pool,
                `spec.template.spec.requirements[${key}]`,
                requirementOn(pool, key)?.values.join(', '),
              ),
            ),
            remedy: [
              {
                text: 'Allow more types, zones or capacity types where you can',
              },
            ],
            touches: [touch.pool(pool.name)],
          },
        ];
      }),
    };
  },
};

function isNarrow(
  pool: NodePoolFacts,
  { key, only }: { key: string; only?: string },
): boolean {
  const requirement = requirementOn(pool, key);
  if (requirement?.operator !== 'In' || requirement.values.length !== 1) {
    return false;
  }
  return only === undefined || requirement.values[0] === only;
}
