import type { NodePoolFacts, RequirementFacts } from '../../kinds';

const CAPACITY_TYPE = 'karpenter.sh/capacity-type';

/** The requirement of a pool for a label, if the pool has one. */
export function requirementOn(
  pool: NodePoolFacts,
  key: string,
): RequirementFacts | undefined {
  return pool.requirements.find(requirement => requirement.key === key);
}

/**
 * Whether a pool explicitly allows spot instances. A pool without a requirement
 * for the capacity type does not count.
 */
export function allowsSpot(pool: NodePoolFacts): boolean {
  const requirement = requirementOn(pool, CAPACITY_TYPE);
  if (!requirement) {
    return false;
  }
  const named = requirement.values.includes('spot');
  if (requirement.operator === 'In') {
    return named;
  }
  if (requirement.operator === 'NotIn') {
    return !named;
  }
  return requirement.operator === 'Exists';
}
