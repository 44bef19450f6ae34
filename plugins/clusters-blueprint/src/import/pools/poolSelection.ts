import type { PoolFacts } from '../ImportFacts';

type Requirement = PoolFacts['requirements'][number];

/** What a pool may launch, as fields of the spec; absent means anything. */
export type PoolSelection = {
  architectures?: string[];
  capacityTypes?: string[];
  instanceCategories?: string[];
  instanceFamilies?: string[];
  minGeneration?: number;
  /** Requirements for which the spec has no field of their own. */
  requirements: Requirement[];
};

/** Fields of the spec for requirements of one key that list values. */
const listFields = {
  'kubernetes.io/arch': 'architectures',
  'karpenter.sh/capacity-type': 'capacityTypes',
  'karpenter.k8s.aws/instance-category': 'instanceCategories',
  'karpenter.k8s.aws/instance-family': 'instanceFamilies',
} as const;

const GENERATION = 'karpenter.k8s.aws/instance-generation';

function listFieldOf({ key, operator, minValues }: Requirement) {
  return operator === 'In' &&
    minValues === undefined &&
    Object.hasOwn(listFields, key)
    ? listFields[key as keyof typeof listFields]
    : undefined;
}

/** The least generation that a requirement allows. */
function generationOf({ key, operator, values, minValues }: Requirement) {
  const bound = Number(values[0]);
  if (
    key !== GENERATION ||
    minValues !== undefined ||
    values.length !== 1 ||
    !Number.isInteger(bound)
  ) {
    return undefined;
  }
  if (operator === 'Gt') {
    return bound + 1;
  }
  return operator === 'Gte' ? bound : undefined;
}

/** Requirements that the blueprint adds to every pool by itself. */
function isAdded(
  { key, operator, values }: Requirement,
  prefixDelegation: boolean,
): boolean {
  const isOnly = (wanted: string) =>
    operator === 'In' && values.length === 1 && values[0] === wanted;
  return (
    (key === 'kubernetes.io/os' && isOnly('linux')) ||
    (prefixDelegation &&
      key === 'karpenter.k8s.aws/instance-hypervisor' &&
      isOnly('nitro'))
  );
}

/** Sorts the requirements of a NodePool into the fields of the spec. */
export function poolSelection(
  { requirements }: PoolFacts,
  prefixDelegation: boolean,
): PoolSelection {
  const selection: PoolSelection = { requirements: [] };
  for (const requirement of requirements) {
    const field = listFieldOf(requirement);
    const generation = generationOf(requirement);
    if (field && selection[field] === undefined) {
      selection[field] = requirement.values;
    } else if (generation !== undefined && !selection.minGeneration) {
      selection.minGeneration = generation;
    } else if (!isAdded(requirement, prefixDelegation)) {
      selection.requirements.push(requirement);
    }
  }
  return selection;
}
