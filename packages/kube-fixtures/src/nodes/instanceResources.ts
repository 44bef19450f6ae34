import { type InstanceFacts } from './instanceFacts';

type Resources = Record<string, string>;

/** Memory that the hypervisor leaves, as Karpenter estimates it (7.5 % less). */
function estimatedMemoryMib(facts: InstanceFacts): number {
  return Math.floor(facts.memoryMib * 0.925);
}

/**
 * Resources that the kubelet reserves for itself (EKS bootstrap) and for
 * eviction.
 */
function reserved({ cpus, maxPods }: InstanceFacts) {
  // 60 millis of the first CPU, 10 of the second, 5 of each of the next two.
  const tiers = [60, 10, 5, 5].slice(0, cpus);
  const more = Math.max(0, cpus - tiers.length) * 2.5;
  return {
    cpuMillis: Math.floor(tiers.reduce((sum, each) => sum + each, 0) + more),
    memoryMib: 11 * maxPods + 255 + 100,
  };
}

function resources(
  facts: InstanceFacts,
  memory: { size: number; unit: 'Mi' | 'Ki' },
  gpus: number,
): { capacity: Resources; allocatable: Resources } {
  const kept = reserved(facts);
  const perMib = memory.unit === 'Ki' ? 1024 : 1;
  const common = {
    pods: String(facts.maxPods),
    ...(gpus > 0 && { 'nvidia.com/gpu': String(gpus) }),
  };
  return {
    capacity: {
      ...common,
      cpu: String(facts.cpus),
      'ephemeral-storage': '50Gi',
      memory: `${memory.size}${memory.unit}`,
    },
    allocatable: {
      ...common,
      cpu: `${facts.cpus * 1000 - kept.cpuMillis}m`,
      'ephemeral-storage': '44Gi',
      memory: `${memory.size - kept.memoryMib * perMib}${memory.unit}`,
    },
  };
}

/** What Karpenter expects of an instance before it has joined. */
export function claimResources(facts: InstanceFacts) {
  const size = estimatedMemoryMib(facts);
  return resources(facts, { size, unit: 'Mi' }, facts.gpus);
}

/** Memory in Ki as the kubelet tells it: a little more than expected. */
export function capacityKi(facts: InstanceFacts): number {
  return Math.round(estimatedMemoryMib(facts) * 1024 * 1.013);
}

/**
 * The capacity that the kubelet reports, with the number of registered GPUs.
 */
export function nodeResources(facts: InstanceFacts, gpus: number) {
  return resources(facts, { size: capacityKi(facts), unit: 'Ki' }, gpus);
}
