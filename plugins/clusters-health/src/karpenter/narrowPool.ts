import { Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { NodePoolFacts } from '../kinds';
import { requirementOn } from './capacityTypes';

/** Labels whose single allowed value makes a pool easy to starve. */
const narrow: readonly { key: string; only?: string; says: string }[] = [
  { key: 'karpenter.sh/capacity-type', only: 'spot', says: 'spot only' },
  { key: 'node.kubernetes.io/instance-type', says: 'one instance type' },
  { key: 'karpenter.k8s.aws/instance-family', says: 'one instance family' },
  { key: 'topology.kubernetes.io/zone', says: 'one zone' },
];

/** P8: a NodePool has a single way to get capacity. */
export const narrowPool: Rule = {
  code: 'karpenter/P8',
  rule: 'nodepool-narrow',
  component: 'karpenter',
  title: 'NodePool has little choice',
  means:
    'A pool of spot only, of one instance type or family, or of one zone has nowhere to go when that runs out.',
  detect:
    'Requirements of the NodePool: capacity-type In [spot], or instance-type, instance-family or zone In with one value.',
  remedyDoc: 'Allow more, where the workload does.',
  source: 'facts/karpenter.md 6.B',
  concerns: 'ownPools',
  needs: ['nodepools'],
  evaluate(ctx) {
    return {
      findings: ctx.index.ownPools().flatMap(pool => {
        const found = narrow.filter(one => isNarrow(pool, one));
        if (found.length === 0) return [];
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
