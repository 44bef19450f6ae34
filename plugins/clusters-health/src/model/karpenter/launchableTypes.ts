import type { InstanceType } from '@clusterworks/plugin-clusters-spec';
import {
  instanceTypes,
  meetsRequirement,
} from '@clusterworks/plugin-clusters-spec';
import type { NodePoolFacts, RequirementFacts } from '../../kinds';

/**
 * The instance types that a NodePool allows; whether its zones offer them is
 * not known here.
 */
export interface LaunchableTypes {
  /** Types that meet all requirements. */
  certain: readonly InstanceType[];
  /** Types for which it is not known whether they meet all requirements. */
  possible: readonly InstanceType[];
}

/** Facts never change, so the result for a pool can be cached. */
const known = new WeakMap<NodePoolFacts, LaunchableTypes>();

/** The instance types that a NodePool may launch. */
export function launchableTypes(pool: NodePoolFacts): LaunchableTypes {
  let found = known.get(pool);
  if (!found) {
    found = findTypes(pool);
    known.set(pool, found);
  }
  return found;
}

function findTypes({
  requirements,
  templateLabels,
}: NodePoolFacts): LaunchableTypes {
  const asked = requirements.filter(
    ({ key }) => !Object.hasOwn(templateLabels, key),
  );
  const certain: InstanceType[] = [];
  const possible: InstanceType[] = [];
  for (const type of instanceTypes) {
    const answers = asked.map(requirement => meets(type, requirement));
    if (!answers.includes(false)) {
      (answers.includes(undefined) ? possible : certain).push(type);
    }
  }
  return { certain, possible };
}

/**
 * Requirements for zones, labels of teams and the like do not depend on the
 * type, so every type meets them.
 */
function meets(
  type: InstanceType,
  requirement: RequirementFacts,
): boolean | undefined {
  const met = meetsRequirement(type, requirement);
  return requirement.key.includes('k8s.aws/instance-') ? met : met ?? true;
}

/**
 * The number of vCPUs of the smallest type; undefined when the smallest type
 * might not be launchable.
 */
export function smallestCpus({
  certain,
  possible,
}: LaunchableTypes): number | undefined {
  const size = fewestVcpus(certain);
  return size <= fewestVcpus(possible) && size < Infinity ? size : undefined;
}

/**
 * The names of `hpc` types and of bare metal types do not show the number of
 * vCPUs.
 */
function fewestVcpus(types: readonly InstanceType[]): number {
  return Math.min(
    ...types.flatMap(({ category, vcpus }) =>
      category === 'hpc' || vcpus === undefined ? [] : vcpus,
    ),
  );
}
