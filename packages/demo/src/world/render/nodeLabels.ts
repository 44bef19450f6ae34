import { InstanceFacts } from '../model/instanceFacts';
import { Machine } from '../model/Machine';
import { PoolPlan, WorldPlan } from '../model/WorldPlan';

/** Labels that Karpenter derives from the instance type. */
export function instanceLabels(facts: InstanceFacts): Record<string, string> {
  const { type } = facts;
  const key = 'karpenter.k8s.aws/instance-';
  const manufacturer = type.architecture === 'arm64' ? 'aws' : 'intel';
  return {
    [`${key}capability-flex`]: 'false',
    [`${key}category`]: type.category,
    [`${key}cpu`]: String(facts.cpus),
    [`${key}cpu-manufacturer`]: manufacturer,
    [`${key}cpu-sustained-clock-speed-mhz`]: '3500',
    [`${key}ebs-bandwidth`]: '10000',
    [`${key}encryption-in-transit-supported`]: 'true',
    [`${key}family`]: type.family,
    [`${key}generation`]: String(type.generation),
    [`${key}hypervisor`]: 'nitro',
    [`${key}memory`]: String(facts.memoryMib),
    [`${key}network-bandwidth`]: '1562',
    [`${key}size`]: type.size,
    [`${key}tenancy`]: 'default',
    ...(facts.gpus > 0 && {
      [`${key}gpu-count`]: String(facts.gpus),
      [`${key}gpu-manufacturer`]: 'nvidia',
      [`${key}gpu-memory`]: '22888',
      [`${key}gpu-name`]: facts.gpuName ?? 'gpu',
    }),
  };
}

interface TemplateFields {
  template?: {
    metadata?: { labels?: Record<string, string> };
    spec?: {
      taints?: { key: string; effect: string; value?: string }[];
      startupTaints?: { key: string; effect: string; value?: string }[];
      requirements?: { key: string; operator: string; values?: string[] }[];
      expireAfter?: string;
      terminationGracePeriod?: string;
    };
  };
}

/** The part of a NodePool's spec that its NodeClaims copy. */
export function poolTemplate(pool: PoolPlan) {
  const { template } = pool.spec as TemplateFields;
  return {
    labels: template?.metadata?.labels ?? {},
    taints: template?.spec?.taints,
    startupTaints: template?.spec?.startupTaints,
    requirements: template?.spec?.requirements ?? [],
    expireAfter: template?.spec?.expireAfter ?? '720h',
    terminationGracePeriod: template?.spec?.terminationGracePeriod,
  };
}

/** Labels of a NodeClaim, which its Node gets too. */
export function claimLabels(
  machine: Machine,
  pool: PoolPlan,
  plan: WorldPlan,
): Record<string, string> {
  return {
    ...poolTemplate(pool).labels,
    ...instanceLabels(machine.instance),
    'karpenter.k8s.aws/ec2nodeclass': pool.nodeClass,
    'karpenter.sh/capacity-type': machine.capacityType,
    'karpenter.sh/nodepool': pool.name,
    'kubernetes.io/arch': machine.instance.type.architecture,
    'kubernetes.io/os': 'linux',
    'node.kubernetes.io/instance-type': machine.instance.type.name,
    'topology.k8s.aws/zone-id': machine.subnet.zoneId,
    'topology.kubernetes.io/region': plan.region,
    'topology.kubernetes.io/zone': machine.subnet.zone,
  };
}

/** Labels of a Node. */
export function nodeLabels(
  machine: Machine,
  pool: PoolPlan | undefined,
  plan: WorldPlan,
): Record<string, string> {
  const { type } = machine.instance;
  return {
    'beta.kubernetes.io/arch': type.architecture,
    'beta.kubernetes.io/instance-type': type.name,
    'beta.kubernetes.io/os': 'linux',
    'failure-domain.beta.kubernetes.io/region': plan.region,
    'failure-domain.beta.kubernetes.io/zone': machine.subnet.zone,
    'k8s.io/cloud-provider-aws': plan.vpcId.slice(4),
    'kubernetes.io/arch': type.architecture,
    'kubernetes.io/hostname': machine.nodeName,
    'kubernetes.io/os': 'linux',
    'node.kubernetes.io/instance-type': type.name,
    'topology.k8s.aws/zone-id': machine.subnet.zoneId,
    'topology.kubernetes.io/region': plan.region,
    'topology.kubernetes.io/zone': machine.subnet.zone,
    ...(pool
      ? {
          ...claimLabels(machine, pool, plan),
          'karpenter.sh/do-not-sync-taints': 'true',
          'karpenter.sh/registered': 'true',
          ...(machine.initialized && { 'karpenter.sh/initialized': 'true' }),
        }
      : {
          'eks.amazonaws.com/capacityType': 'ON_DEMAND',
          'eks.amazonaws.com/nodegroup': 'system',
          'karpenter.sh/controller': 'true',
        }),
  };
}
