import type { InstanceType } from './InstanceType';
import { instanceColumns, instanceFamilies } from './InstanceType';

const PREFIX = 'karpenter.k8s.aws/instance-';

/** Labels that follow from the name of a type. */
const named: Readonly<Record<string, (type: InstanceType) => string>> = {
  'node.kubernetes.io/instance-type': type => type.name,
  'beta.kubernetes.io/instance-type': type => type.name,
  'kubernetes.io/arch': type => type.architecture,
  'beta.kubernetes.io/arch': type => type.architecture,
  [`${PREFIX}family`]: type => type.family,
  [`${PREFIX}category`]: type => type.category,
  [`${PREFIX}generation`]: type => String(type.generation),
  [`${PREFIX}size`]: type => type.size,
  // Bare metal has the label, and it is empty.
  [`${PREFIX}hypervisor`]: type => {
    if (type.nitro) {
      return 'nitro';
    }
    return type.size.startsWith('metal') ? '' : 'xen';
  },
};

/** Labels that only some types have, such as those with a GPU. */
const ofSome = new Set(
  [
    'accelerator-count',
    'accelerator-manufacturer',
    'accelerator-name',
    'ebs-bandwidth',
    'gpu-count',
    'gpu-manufacturer',
    'gpu-memory',
    'gpu-name',
    'local-nvme',
    'network-bandwidth',
  ].map(name => PREFIX + name),
);

/**
 * The value of a node label that the instance type decides, as Karpenter
 * offers it; null where a type has no such label, undefined where this is not
 * known: for labels that do not depend on the type, and for types with
 * incomplete data.
 *
 * @public
 */
export function instanceLabel(
  type: InstanceType,
  key: string,
): string | null | undefined {
  if (Object.hasOwn(named, key)) {
    return named[key](type);
  }
  const family = instanceFamilies.get(type.family);
  if (!family || !key.startsWith(PREFIX) || type.memoryMib === undefined) {
    return undefined;
  }
  const name = key.slice(PREFIX.length);
  if (Object.hasOwn(family.labels, name)) {
    return family.labels[name];
  }
  const value = family.sizes[type.size][instanceColumns.indexOf(name)];
  if (value) {
    return String(value);
  }
  return ofSome.has(key) ? null : undefined;
}
