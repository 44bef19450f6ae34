import {
  findInstanceType,
  type InstanceType,
  podCapacity,
} from '@clusterworks/plugin-clusters-spec';

/** The resources of an instance type, apart from its addresses. */
export interface InstanceFacts {
  type: InstanceType;
  cpus: number;
  memoryMib: number;
  gpus: number;
  gpuName?: string;
  maxPods: number;
}

/** GiB of memory for each CPU; families of one letter only, which suffices here. */
const gibPerCpu: Record<string, number> = {
  c: 2,
  m: 4,
  r: 8,
  t: 4,
  g: 4,
  p: 12,
};

const gpusBySize: Record<string, Record<string, number>> = {
  p4d: { '24xlarge': 8 },
  p4de: { '24xlarge': 8 },
  p5: { '48xlarge': 8 },
  g5: { '12xlarge': 4, '24xlarge': 4, '48xlarge': 8 },
  g6: { '12xlarge': 4, '24xlarge': 4, '48xlarge': 8 },
  g4dn: { '12xlarge': 4, metal: 8 },
};
const gpuNames: Record<string, string> = {
  g4dn: 't4',
  g5: 'a10g',
  g6: 'l4',
  p4d: 'a100',
  p5: 'h100',
};

/**
 * The facts of an instance type.
 *
 * @throws Error for a type that the data file does not have
 */
export function instanceFacts(
  name: string,
  prefixDelegation: boolean,
): InstanceFacts {
  const type = findInstanceType(name);
  if (!type) {
    throw new Error(`no instance type ${name} in the data file`);
  }
  const cpus = type.vcpus ?? 96;
  const isGpu = ['g', 'p'].includes(type.category);
  return {
    type,
    cpus,
    memoryMib: cpus * (gibPerCpu[type.category] ?? 4) * 1024,
    gpus: isGpu ? gpusBySize[type.family]?.[type.size] ?? 1 : 0,
    ...(isGpu && { gpuName: gpuNames[type.family] ?? 'gpu' }),
    maxPods: Math.min(110, podCapacity(type, { prefixDelegation })),
  };
}
