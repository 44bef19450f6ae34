import type { DeepPartial, SpecRule } from '../PartialSpec';
import type { NodePoolSpec } from '../nodePoolSchema';
import type { PathIssue } from '../schemaIssues';
import { isSplitPool, SPOT_SUFFIX } from '../splitPool';
import type { SpecPath } from '../ClusterSpecIssue';
import { checkRequirement, restrictedLabelProblem } from './checkRequirement';

type Pool = DeepPartial<NodePoolSpec>;

function checkNames(pools: (Pool | undefined)[], path: SpecPath): PathIssue[] {
  const taken = new Map<string, number>();
  const issues: PathIssue[] = [];
  pools.forEach((pool, index) => {
    if (pool?.name === undefined) {
      return;
    }
    const names = isSplitPool(pool)
      ? [pool.name, `${pool.name}${SPOT_SUFFIX}`]
      : [pool.name];
    for (const name of names) {
      if (taken.has(name)) {
        issues.push({
          path: [...path, index, 'name'],
          message:
            name === pool.name
              ? `"${name}" is the name of pool ${taken.get(name)} too`
              : `makes a second pool "${name}", which is the name of pool ${taken.get(
                  name,
                )} too`,
        });
      }
      taken.set(name, index);
    }
  });
  return issues;
}

function checkCapacity(pool: Pool, path: SpecPath): PathIssue[] {
  const issues: PathIssue[] = [];
  const types = pool.capacityTypes;
  if (pool.preferOnDemand === true && types && new Set(types).size < 2) {
    issues.push({
      path: [...path, 'preferOnDemand'],
      message: 'needs both capacity types, spot and on-demand',
    });
  }
  if (isSplitPool(pool) && pool.weight === 1) {
    issues.push({
      path: [...path, 'weight'],
      message:
        'must be at least 2 with preferOnDemand: the spot pool comes after it',
    });
  }
  if (
    pool.preset === 'custom' &&
    !pool.instanceCategories &&
    !pool.instanceFamilies &&
    (pool.requirements ?? []).length === 0
  ) {
    issues.push({
      path,
      message:
        'of preset custom must say what it may launch: instanceCategories, instanceFamilies or requirements',
    });
  }
  return issues;
}

function checkBudgets(pool: Pool, path: SpecPath): PathIssue[] {
  return (pool.budgets ?? []).flatMap((budget, index) =>
    budget &&
    (budget.schedule === undefined) !== (budget.duration === undefined)
      ? [
          {
            path: [...path, 'budgets', index],
            message:
              'schedule and duration go only together: Karpenter refuses one without the other',
          },
        ]
      : [],
  );
}

function checkLimits(pool: Pool, path: SpecPath): PathIssue[] {
  const known = ['cpu', 'memory', 'nodes', 'ephemeral-storage', 'pods'];
  return Object.keys(pool.limits ?? {})
    .filter(key => !known.includes(key) && !key.includes('/'))
    .map(key => ({
      path: [...path, 'limits', key],
      message: `is no resource that nodes have; known are ${known.join(
        ', ',
      )}, and extended ones such as nvidia.com/gpu`,
    }));
}

function checkLabels(pool: Pool, path: SpecPath): PathIssue[] {
  return Object.keys(pool.labels ?? {}).flatMap(key => {
    const problem = restrictedLabelProblem(key);
    return problem
      ? [{ path: [...path, 'labels', key], message: problem }]
      : [];
  });
}

/** Rules of `spec.karpenter.nodePools`, from the CRD's CEL rules and ours. */
export const checkNodePools: SpecRule = spec => {
  const pools = spec.spec?.karpenter?.nodePools ?? [];
  const path = ['spec', 'karpenter', 'nodePools'];
  const issues = checkNames(pools, path);
  pools.forEach((pool, index) => {
    if (!pool) {
      return;
    }
    const at = [...path, index];
    issues.push(
      ...checkCapacity(pool, at),
      ...checkBudgets(pool, at),
      ...checkLimits(pool, at),
      ...checkLabels(pool, at),
      ...(pool.requirements ?? []).flatMap((requirement, place) =>
        checkRequirement(requirement, [...at, 'requirements', place]),
      ),
    );
  });
  return issues;
};
