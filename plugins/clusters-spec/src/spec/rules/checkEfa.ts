import { efaTypeNames, findEfaType } from '../../instances/efaTypes';
import { compareMinors } from '../../versions';
import type { SpecPath } from '../ClusterSpecIssue';
import type { NodePoolSpec } from '../nodePoolSchema';
import type { DeepPartial, PartialSpec, SpecRule } from '../PartialSpec';
import { resolveVersions } from '../resolveVersions';
import type { PathIssue } from '../schemaIssues';

/** The first release whose EC2NodeClass has `networkInterfaces`. */
const FIRST_KARPENTER = '1.11';

/** Fields that would say again, or otherwise, what the pool launches. */
const otherChoices = [
  'instanceCategories',
  'instanceFamilies',
  'minGeneration',
] as const;

function checkPool(
  pool: DeepPartial<NodePoolSpec>,
  path: SpecPath,
): PathIssue[] {
  const { efa, preset } = pool;
  const type = efa?.instanceType;
  return [
    ...(preset !== 'gpu'
      ? [
          {
            path: [...path, 'efa'],
            message:
              'needs preset gpu: only its images are known to have the driver',
          },
        ]
      : []),
    ...(type !== undefined && findEfaType(type) === undefined
      ? [
          {
            path: [...path, 'efa', 'instanceType'],
            message: `"${type}" has no network cards that are known here; known are ${efaTypeNames.join(
              ', ',
            )}`,
          },
        ]
      : []),
    ...otherChoices
      .filter(field => pool[field] !== undefined)
      .map(field => ({
        path: [...path, field],
        message: `must be left out: efa.instanceType says what the pool launches`,
      })),
  ];
}

/** What the whole cluster needs for interfaces that carry no address. */
function checkCluster({ spec }: PartialSpec, path: SpecPath): PathIssue[] {
  const { karpenter } = resolveVersions(spec?.versions);
  return [
    ...(compareMinors(karpenter, FIRST_KARPENTER) < 0
      ? [
          {
            path,
            message: `needs Karpenter ${FIRST_KARPENTER} or newer, not ${karpenter}: an older one gives adapters addresses, from which Cilium serves pods that nobody reaches (cilium#42600)`,
          },
        ]
      : []),
    ...(spec?.network?.nodesInPublicSubnets === true
      ? [
          {
            path,
            message:
              'needs nodes in private subnets: EC2 gives no public address to an instance that starts with several interfaces',
          },
        ]
      : []),
  ];
}

/** Rules of pools with Elastic Fabric Adapters. */
export const checkEfa: SpecRule = spec =>
  (spec.spec?.karpenter?.nodePools ?? []).flatMap((pool, index) => {
    const path = ['spec', 'karpenter', 'nodePools', index];
    return pool?.efa === undefined
      ? []
      : [...checkPool(pool, path), ...checkCluster(spec, [...path, 'efa'])];
  });
