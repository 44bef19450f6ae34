import {
  InstanceType,
  instanceTypes,
} from '@clusterworks/plugin-clusters-spec';
import { NodePoolFacts, RequirementFacts } from '../kinds';

type Read = (type: InstanceType) => string | number | undefined;

/** Labels that the name of an instance type tells. */
const readers: Record<string, Read> = {
  'node.kubernetes.io/instance-type': type => type.name,
  'karpenter.k8s.aws/instance-family': type => type.family,
  'karpenter.k8s.aws/instance-size': type => type.size,
  'karpenter.k8s.aws/instance-category': type => type.category,
  'karpenter.k8s.aws/instance-generation': type => type.generation,
  'karpenter.k8s.aws/instance-cpu': type => type.vcpus,
  'karpenter.k8s.aws/instance-hypervisor': type =>
    type.nitro ? 'nitro' : undefined,
  'kubernetes.io/arch': type => type.architecture,
};

/** Labels that say nothing about the instance type. */
const indifferent = new Set([
  'karpenter.sh/capacity-type',
  'karpenter.sh/nodepool',
  'kubernetes.io/os',
  'topology.kubernetes.io/zone',
  'topology.k8s.aws/zone-id',
]);

/** Facts are never changed, so what was found for them stays right. */
const known = new WeakMap<
  NodePoolFacts,
  { types: readonly InstanceType[] | undefined }
>();

/**
 * The instance types that a NodePool may launch, as far as names tell.
 * Which of them the region and its zones have is not known here.
 *
 * @returns undefined when a requirement speaks of what a name does not tell
 * (memory, GPUs, local disks)
 */
export function launchableTypes(
  pool: NodePoolFacts,
): readonly InstanceType[] | undefined {
  let found = known.get(pool);
  if (!found) {
    found = { types: findTypes(pool) };
    known.set(pool, found);
  }
  return found.types;
}

function findTypes(pool: NodePoolFacts): readonly InstanceType[] | undefined {
  const { requirements, templateLabels } = pool;
  const telling = requirements.filter(
    ({ key }) => !indifferent.has(key) && !(key in templateLabels),
  );
  const foreign = telling.some(
    ({ key }) =>
      !Object.hasOwn(readers, key) && key.includes('k8s.aws/instance-'),
  );
  if (foreign) return undefined;
  const told = telling.filter(({ key }) => Object.hasOwn(readers, key));
  return instanceTypes.filter(type =>
    told.every(requirement =>
      meets(readers[requirement.key](type), requirement),
    ),
  );
}

/** Operators of Karpenter's requirements; those with numbers take whole ones. */
function meets(
  value: string | number | undefined,
  { operator, values }: RequirementFacts,
): boolean {
  const [bound] = values;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(String(value));
    case 'NotIn':
      return value === undefined || !values.includes(String(value));
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return Number(value) > Number(bound);
    case 'Gte':
      return Number(value) >= Number(bound);
    case 'Lt':
      return Number(value) < Number(bound);
    case 'Lte':
      return Number(value) <= Number(bound);
    default:
      return true;
  }
}
