import {
  estimatedMemoryMib,
  InstanceFacts,
  reserved,
} from '../model/instanceFacts';

type Resources = Record<string, string>;

function common(facts: InstanceFacts, gpus: boolean): Resources {
  return {
    pods: String(facts.maxPods),
    ...(gpus && facts.gpus > 0 && { 'nvidia.com/gpu': String(facts.gpus) }),
  };
}

/** What Karpenter expects of an instance before it has joined. */
export function claimResources(facts: InstanceFacts): {
  capacity: Resources;
  allocatable: Resources;
} {
  const memory = estimatedMemoryMib(facts);
  const kept = reserved(facts);
  return {
    capacity: {
      ...common(facts, true),
      cpu: String(facts.cpus),
      'ephemeral-storage': '50Gi',
      memory: `${memory}Mi`,
    },
    allocatable: {
      ...common(facts, true),
      cpu: `${facts.cpus * 1000 - kept.cpuMillis}m`,
      'ephemeral-storage': '44Gi',
      memory: `${memory - kept.memoryMib}Mi`,
    },
  };
}

/** What the kubelet tells, a little more than Karpenter expected. */
export function nodeResources(
  facts: InstanceFacts,
  gpus: boolean,
): { capacity: Resources; allocatable: Resources } {
  const memoryKi = Math.round(estimatedMemoryMib(facts) * 1024 * 1.013);
  const kept = reserved(facts);
  return {
    capacity: {
      ...common(facts, gpus),
      cpu: String(facts.cpus),
      'ephemeral-storage': '50Gi',
      memory: `${memoryKi}Ki`,
    },
    allocatable: {
      ...common(facts, gpus),
      cpu: `${facts.cpus * 1000 - kept.cpuMillis}m`,
      'ephemeral-storage': '44Gi',
      memory: `${memoryKi - kept.memoryMib * 1024}Ki`,
    },
  };
}

/** Capacity in Ki, for the sums of a NodePool. */
export function capacityKi(facts: InstanceFacts): number {
  return Math.round(estimatedMemoryMib(facts) * 1024 * 1.013);
}
