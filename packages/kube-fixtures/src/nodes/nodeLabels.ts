import type { ClusterFacts } from '../base/ClusterFacts';
import {
  defaultPool,
  type PoolFacts,
  poolTemplate,
} from '../karpenter/poolFacts';
import type { Instance } from './instance';

type Labels = Record<string, string>;

/** Labels that Karpenter derives from the instance type. */
function instanceLabels({ facts }: Instance): Labels {
  const { type } = facts;
  const labels: Labels = {
    'capability-flex': 'false',
    category: type.category,
    cpu: String(facts.cpus),
    'cpu-manufacturer': type.architecture === 'arm64' ? 'aws' : 'intel',
    'cpu-sustained-clock-speed-mhz': '3500',
    'ebs-bandwidth': '10000',
    'encryption-in-transit-supported': 'true',
    family: type.family,
    generation: String(type.generation),
    hypervisor: 'nitro',
    memory: String(facts.memoryMib),
    'network-bandwidth': '1562',
    size: type.size,
    tenancy: 'default',
    ...(facts.gpus > 0 && {
      'gpu-count': String(facts.gpus),
      'gpu-manufacturer': 'nvidia',
      'gpu-memory': '22888',
      'gpu-name': facts.gpuName ?? 'gpu',
    }),
  };
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [
      `karpenter.k8s.aws/instance-${name}`,
      value,
    ]),
  );
}

/** Labels of every Node, however it was launched. */
function placeLabels(instance: Instance, { region }: ClusterFacts): Labels {
  const { type } = instance.facts;
  return {
    'kubernetes.io/arch': type.architecture,
    'kubernetes.io/os': 'linux',
    'node.kubernetes.io/instance-type': type.name,
    'topology.k8s.aws/zone-id': instance.subnet.zoneId,
    'topology.kubernetes.io/region': region,
    'topology.kubernetes.io/zone': instance.subnet.zone,
  };
}

/** Labels of a NodeClaim whose instance is known; its Node gets them, too. */
export function claimLabels(
  instance: Instance,
  pool: PoolFacts,
  cluster: ClusterFacts,
): Labels {
  return {
    ...poolTemplate(pool).labels,
    ...instanceLabels(instance),
    ...placeLabels(instance, cluster),
    'karpenter.k8s.aws/ec2nodeclass': pool.nodeClass,
    'karpenter.sh/capacity-type': instance.capacityType,
    'karpenter.sh/nodepool': pool.name,
  };
}

/** Labels of a Node; one without a pool is of the managed node group. */
export function nodeLabels(
  name: string,
  instance: Instance,
  facts: {
    pool?: PoolFacts | null;
    initialized?: boolean;
    cluster: ClusterFacts;
  },
): Labels {
  const { pool = defaultPool, cluster } = facts;
  const { type } = instance.facts;
  return {
    ...placeLabels(instance, cluster),
    'beta.kubernetes.io/arch': type.architecture,
    'beta.kubernetes.io/instance-type': type.name,
    'beta.kubernetes.io/os': 'linux',
    'failure-domain.beta.kubernetes.io/region': cluster.region,
    'failure-domain.beta.kubernetes.io/zone': instance.subnet.zone,
    'k8s.io/cloud-provider-aws': cluster.vpcId.slice(4),
    'kubernetes.io/hostname': name,
    ...(pool
      ? {
          ...claimLabels(instance, pool, cluster),
          'karpenter.sh/do-not-sync-taints': 'true',
          'karpenter.sh/registered': 'true',
          ...(facts.initialized && { 'karpenter.sh/initialized': 'true' }),
        }
      : {
          'eks.amazonaws.com/capacityType': 'ON_DEMAND',
          'eks.amazonaws.com/nodegroup': 'system',
          'karpenter.sh/controller': 'true',
        }),
  };
}
