import { KubeObject } from '@clusterworks/kube-simulator';
import { isTrue } from '../model/Condition';
import { Claim, Machine } from '../model/Machine';
import { isAtLeast, PoolPlan, WorldPlan } from '../model/WorldPlan';
import { karpenterAnnotations } from './karpenterAnnotations';
import { claimResources } from './machineResources';
import { claimLabels, poolTemplate } from './nodeLabels';

function requirements(machine: Machine, pool: PoolPlan, plan: WorldPlan) {
  const hasGte = isAtLeast(plan.versions.karpenter, '1.9');
  const sizes = ['large', 'xlarge', '2xlarge', '4xlarge'];
  const { family } = machine.instance.type;
  return [
    ...poolTemplate(pool).requirements.map(requirement =>
      // "More than 5" is kept as "6 or more" (karpenter-observed 30), since the
      // operator exists.
      requirement.operator === 'Gt' && hasGte
        ? {
            ...requirement,
            operator: 'Gte',
            values: requirement.values?.map(value => String(Number(value) + 1)),
          }
        : requirement,
    ),
    {
      key: 'node.kubernetes.io/instance-type',
      operator: 'In',
      values: machine.instance.gpus
        ? [machine.instance.type.name]
        : sizes.map(size => `${family}.${size}`),
    },
    { key: 'karpenter.sh/nodepool', operator: 'In', values: [pool.name] },
    {
      key: 'karpenter.k8s.aws/ec2nodeclass',
      operator: 'In',
      values: [pool.nodeClass],
    },
  ];
}

/** Labels that are known only once EC2 has chosen an instance. */
function labels(machine: Machine, pool: PoolPlan, plan: WorldPlan) {
  return machine.claim && isTrue(machine.claim.conditions, 'Launched')
    ? claimLabels(machine, pool, plan)
    : {
        ...poolTemplate(pool).labels,
        'karpenter.k8s.aws/ec2nodeclass': pool.nodeClass,
        'karpenter.sh/nodepool': pool.name,
      };
}

/** The NodeClaim of a machine. */
export function nodeClaimObject(
  machine: Machine,
  claim: Claim,
  pool: PoolPlan,
  plan: WorldPlan,
  poolUid: string,
): KubeObject {
  const template = poolTemplate(pool);
  const launched = isTrue(claim.conditions, 'Launched');
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodeClaim',
    metadata: {
      name: claim.name,
      generateName: `${pool.name}-`,
      uid: claim.uid,
      creationTimestamp: claim.createdAt,
      generation: claim.deletedAt ? 2 : 1,
      finalizers: ['karpenter.sh/termination'],
      labels: labels(machine, pool, plan),
      annotations: {
        'compatibility.karpenter.k8s.aws/cluster-name-tagged': 'true',
        ...karpenterAnnotations(pool, plan),
        ...(launched && { 'karpenter.k8s.aws/tagged': 'true' }),
        ...claim.annotations,
      },
      ...(claim.deletedAt && {
        deletionTimestamp: claim.deletedAt,
        deletionGracePeriodSeconds: 0,
      }),
      ownerReferences: [
        {
          apiVersion: 'karpenter.sh/v1',
          blockOwnerDeletion: true,
          kind: 'NodePool',
          name: pool.name,
          uid: poolUid,
        },
      ],
    },
    spec: {
      expireAfter: template.expireAfter,
      nodeClassRef: {
        group: 'karpenter.k8s.aws',
        kind: 'EC2NodeClass',
        name: pool.nodeClass,
      },
      requirements: requirements(machine, pool, plan),
      resources: { requests: claim.requests },
      ...(template.taints && { taints: template.taints }),
      ...(template.startupTaints && { startupTaints: template.startupTaints }),
      ...(template.terminationGracePeriod && {
        terminationGracePeriod: template.terminationGracePeriod,
      }),
    },
    status: {
      conditions: claim.conditions,
      ...(launched && {
        ...claimResources(machine.instance),
        imageID: 'ami-01b5c0ffeec0ffee0',
        providerID: `aws:///${machine.subnet.zone}/${machine.instanceId}`,
      }),
      ...(machine.registeredAt && { nodeName: machine.nodeName }),
      ...(claim.lastPodEventTime && {
        lastPodEventTime: claim.lastPodEventTime,
      }),
    },
  };
}
