import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';
import {
  findInstanceType,
  meetsRequirement,
} from '@clusterworks/plugin-clusters-spec';
import type { NodePoolFacts, RequirementFacts } from '../../kinds';

/** What is known of a NodeClaim when requirements are checked. */
type ClaimLabels = Pick<
  NodeClaimView,
  'instanceType' | 'zone' | 'capacityType' | 'nodePool'
>;

/** Requirements for one key, in a form that can be compared. */
function requirementsFor(pool: NodePoolFacts, key: string): string[] {
  return pool.requirements
    .filter(requirement => requirement.key === key)
    .map(({ operator, values }) =>
      JSON.stringify([operator, [...values].sort()]),
    )
    .sort();
}

/** The keys whose requirements differ; `minValues` replaces no node. */
export function changedRequirements(
  before: NodePoolFacts,
  after: NodePoolFacts,
): string[] {
  const keys = new Set(after.requirements.map(({ key }) => key));
  return [...keys].filter(
    key =>
      String(requirementsFor(before, key)) !==
      String(requirementsFor(after, key)),
  );
}

/**
 * Whether a NodeClaim meets the requirements for some keys, as Karpenter
 * decides it: every requirement has to fit the claim's label, and a claim
 * without the label meets only `NotIn` and `DoesNotExist`. Undefined when a
 * label is not known.
 *
 * @param before - the pool that the claim was launched from
 */
export function meetsPool(
  claim: ClaimLabels,
  before: NodePoolFacts,
  after: NodePoolFacts,
  keys: readonly string[],
): boolean | undefined {
  const answers = after.requirements
    .filter(({ key }) => keys.includes(key))
    .map(requirement => meets(claim, before, requirement));
  if (answers.includes(false)) {
    return false;
  }
  return answers.includes(undefined) ? undefined : true;
}

function meets(
  claim: ClaimLabels,
  before: NodePoolFacts,
  requirement: RequirementFacts,
): boolean | undefined {
  const { key } = requirement;
  const label = labelOf(claim, before, key);
  if (label !== undefined) {
    return fits(label, requirement);
  }
  const type = findInstanceType(claim.instanceType ?? '');
  return type && meetsRequirement(type, requirement);
}

/** Undefined when it is not known, or when the instance type decides it. */
function labelOf(
  claim: ClaimLabels,
  before: NodePoolFacts,
  key: string,
): string | undefined {
  switch (key) {
    case 'karpenter.sh/capacity-type':
      return claim.capacityType;
    case 'topology.kubernetes.io/zone':
      return claim.zone;
    case 'karpenter.sh/nodepool':
      return claim.nodePool;
    case 'node.kubernetes.io/instance-type':
      return claim.instanceType;
    default:
      return before.templateLabels[key] ?? onlyValue(before, key);
  }
}

/** The value of a label for which the pool allowed one value only. */
function onlyValue(pool: NodePoolFacts, key: string): string | undefined {
  const only = pool.requirements.find(
    requirement =>
      requirement.key === key &&
      requirement.operator === 'In' &&
      requirement.values.length === 1,
  );
  return only?.values[0];
}

function fits(
  label: string,
  { operator, values }: RequirementFacts,
): boolean | undefined {
  switch (operator) {
    case 'In':
      return values.includes(label);
    case 'NotIn':
      return !values.includes(label);
    case 'Exists':
      return true;
    case 'DoesNotExist':
      return false;
    case 'Gt':
      return Number(label) > Number(values[0]);
    case 'Gte':
      return Number(label) >= Number(values[0]);
    case 'Lt':
      return Number(label) < Number(values[0]);
    case 'Lte':
      return Number(label) <= Number(values[0]);
    default:
      return undefined;
  }
}
