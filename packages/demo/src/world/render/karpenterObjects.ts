import { KubeObject } from '@clusterworks/kube-simulator';
import { Condition } from '../model/Condition';
import { isAtLeast, PoolPlan, WorldPlan } from '../model/WorldPlan';
import {
  instanceProfile,
  karpenterHash,
  nodeClassHash,
} from './karpenterAnnotations';

/** What a NodePool or EC2NodeClass has become. */
export interface Reconciled {
  uid: string;
  createdAt: string;
  conditions: Condition[];
}

/** What a NodePool's nodes have taken. */
export interface PoolUsage {
  nodes: number;
  cpus: number;
  memoryKi: number;
  pods: number;
  storageGi: number;
  gpus: number;
}

function amis(plan: WorldPlan) {
  const common = { 'kubernetes.io/arch': 'amd64' };
  const ami = (id: string, variant: string, operator: string) => ({
    id,
    name: `amazon-eks-node-al2023-x86_64-${variant}-${plan.versions.kubernetes}-v20261112`,
    requirements: [
      {
        key: 'kubernetes.io/arch',
        operator: 'In',
        values: [common['kubernetes.io/arch']],
      },
      { key: 'karpenter.k8s.aws/instance-gpu-count', operator },
    ],
  });
  return [
    ami('ami-01b5c0ffeec0ffee0', 'standard', 'DoesNotExist'),
    ami('ami-01b6c0ffeec0ffee0', 'nvidia', 'Exists'),
  ];
}

/** An EC2NodeClass. */
export function nodeClassObject(
  nodeClass: WorldPlan['nodeClasses'][number],
  state: Reconciled,
  plan: WorldPlan,
): KubeObject {
  const isReady = state.conditions.some(
    ({ type, status }) => type === 'SubnetsReady' && status === 'True',
  );
  return {
    apiVersion: 'karpenter.k8s.aws/v1',
    kind: 'EC2NodeClass',
    metadata: {
      name: nodeClass.name,
      uid: state.uid,
      creationTimestamp: state.createdAt,
      generation: 1,
      finalizers: ['karpenter.k8s.aws/termination'],
      annotations: {
        'karpenter.k8s.aws/ec2nodeclass-hash': nodeClassHash(
          nodeClass.name,
          plan,
        ),
        'karpenter.k8s.aws/ec2nodeclass-hash-version': 'v5',
      },
    },
    spec: nodeClass.spec,
    status: {
      conditions: state.conditions,
      ...(isReady && {
        amis: amis(plan),
        instanceProfile: instanceProfile(plan),
        securityGroups: [{ id: plan.securityGroup, name: `${plan.name}-node` }],
        subnets: plan.subnets.map(({ id, zone, zoneId }) => ({
          id,
          zone,
          zoneID: zoneId,
        })),
      }),
    },
  };
}

/** A NodePool. */
export function nodePoolObject(
  pool: PoolPlan,
  state: Reconciled,
  usage: PoolUsage,
  plan: WorldPlan,
): KubeObject {
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: {
      name: pool.name,
      uid: state.uid,
      creationTimestamp: state.createdAt,
      generation: 1,
      annotations: {
        'karpenter.sh/nodepool-hash': karpenterHash(pool.spec.template ?? {}),
        'karpenter.sh/nodepool-hash-version': 'v3',
      },
    },
    spec: pool.spec,
    status: {
      conditions: state.conditions,
      ...(isAtLeast(plan.versions.karpenter, '1.4') && {
        nodeClassObservedGeneration: 1,
      }),
      ...(isAtLeast(plan.versions.karpenter, '1.8') && { nodes: usage.nodes }),
      resources: {
        cpu: String(usage.cpus),
        'ephemeral-storage': usage.storageGi ? `${usage.storageGi}Gi` : '0',
        memory: usage.memoryKi ? `${usage.memoryKi}Ki` : '0',
        nodes: String(usage.nodes),
        pods: String(usage.pods),
        ...(usage.gpus > 0 && { 'nvidia.com/gpu': String(usage.gpus) }),
        'vpc.amazonaws.com/pod-eni': '0',
      },
    },
  };
}
