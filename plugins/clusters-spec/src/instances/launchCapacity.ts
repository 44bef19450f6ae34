import type { Quantity } from '../quantity';
import { parseQuantity } from '../quantity';
import type { InstanceType } from './InstanceType';
import { instanceLabel } from './instanceLabel';

/** The share of the memory that Karpenter assumes the hypervisor uses. */
const VM_MEMORY_OVERHEAD = 0.075;

/** Memory of Graviton types that the kernel keeps, in MiB. */
const ARM_RESERVED_MIB = 64;

/** Resource names of GPUs, by their manufacturer. */
const gpuResources: Readonly<Record<string, string>> = {
  nvidia: 'nvidia.com/gpu',
  amd: 'amd.com/gpu',
};

function memoryOf({ memoryMib, architecture }: InstanceType): number {
  const whole =
    (memoryMib ?? 0) - (architecture === 'arm64' ? ARM_RESERVED_MIB : 0);
  return whole - Math.ceil(whole * VM_MEMORY_OVERHEAD);
}

/**
 * What one node of a type counts against the limits of its NodePool before it
 * exists (Karpenter's `pkg/providers/instancetype/types.go`). Empty for types
 * with incomplete data.
 *
 * @public
 */
export function launchCapacity(
  type: InstanceType,
): Readonly<Record<string, Quantity>> {
  if (type.vcpus === undefined || type.memoryMib === undefined) {
    return {};
  }
  const manufacturer = instanceLabel(
    type,
    'karpenter.k8s.aws/instance-gpu-manufacturer',
  );
  const gpus = instanceLabel(type, 'karpenter.k8s.aws/instance-gpu-count');
  const gpu =
    manufacturer && Object.hasOwn(gpuResources, manufacturer)
      ? gpuResources[manufacturer]
      : undefined;
  return {
    cpu: parseQuantity(String(type.vcpus)),
    memory: parseQuantity(`${memoryOf(type)}Mi`),
    ...(gpu && gpus ? { [gpu]: parseQuantity(gpus) } : {}),
  };
}
