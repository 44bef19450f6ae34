import {
  InstanceType,
  instanceTypes,
} from '@clusterworks/plugin-clusters-spec';
import { LaunchPool } from './LaunchPool';

type Requirement = LaunchPool['requirements'][number];

/** Labels of a node that its instance type decides and the data knows. */
const labels: Record<string, (type: InstanceType) => string> = {
  'node.kubernetes.io/instance-type': type => type.name,
  'karpenter.k8s.aws/instance-family': type => type.family,
  'karpenter.k8s.aws/instance-category': type => type.category,
  'karpenter.k8s.aws/instance-generation': type => String(type.generation),
  'karpenter.k8s.aws/instance-size': type => type.size,
};

function satisfies(type: InstanceType, requirement: Requirement): boolean {
  const label = labels[requirement.key];
  if (!label) {
    // What the data does not know cannot narrow the set.
    return true;
  }
  const value = label(type);
  const values = requirement.values ?? [];
  switch (requirement.operator) {
    case 'In':
      return values.includes(value);
    case 'NotIn':
      return !values.includes(value);
    case 'Gt':
      return Number(value) > Number(values[0]);
    case 'Gte':
      return Number(value) >= Number(values[0]);
    case 'Lt':
      return Number(value) < Number(values[0]);
    case 'Lte':
      return Number(value) <= Number(values[0]);
    case 'DoesNotExist':
      return false;
    default:
      return true;
  }
}

/** The instance types that a pool may launch, as far as the data knows. */
export function candidateTypes(
  pool: LaunchPool,
  options: { prefixDelegation: boolean },
): InstanceType[] {
  return instanceTypes.filter(
    type =>
      pool.architectures.includes(type.architecture) &&
      (pool.instanceCategories.length === 0 ||
        pool.instanceCategories.includes(type.category)) &&
      (pool.instanceFamilies.length === 0 ||
        pool.instanceFamilies.includes(type.family)) &&
      type.generation >= (pool.minGeneration ?? 0) &&
      (!options.prefixDelegation || type.nitro) &&
      pool.requirements.every(requirement => satisfies(type, requirement)),
  );
}
