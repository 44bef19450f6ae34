import {
  findInstanceType,
  InstanceType,
  podCapacity,
} from '@clusterworks/plugin-clusters-spec';

/** What an instance type brings, beyond its addresses. */
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

/** Memory that the hypervisor leaves, as Karpenter estimates it (7.5 % less). */
export function estimatedMemoryMib(facts: InstanceFacts): number {
  return Math.floor(facts.memoryMib * 0.925);
}

/** What the kubelet keeps for itself (EKS bootstrap) and for eviction. */
export function reserved(facts: InstanceFacts): {
  cpuMillis: number;
  memoryMib: number;
} {
  const { cpus } = facts;
  const tiers: [number, number][] = [
    [1, 60],
    [1, 10],
    [2, 5],
  ];
  let left = cpus;
  let cpuMillis = 0;
  for (const [count, millis] of tiers) {
    const taken = Math.min(left, count);
    cpuMillis += taken * millis;
    left -= taken;
  }
  return {
    cpuMillis: Math.floor(cpuMillis + left * 2.5),
    memoryMib: 11 * facts.maxPods + 255 + 100,
  };
}
