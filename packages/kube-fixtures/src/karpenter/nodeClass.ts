import { build, type Json, type Overrides } from '../base/build';
import { type ClusterFacts, testCluster } from '../base/ClusterFacts';
import {
  type Condition,
  reached,
  readyOf,
  withConditions,
} from '../base/conditions';
import { isAtLeast } from '../base/isAtLeast';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';
import { instanceProfile, nodeClassHash } from './karpenterHashes';

/** What decides how an EC2NodeClass looks. */
export interface NodeClassFacts {
  cluster?: ClusterFacts;
  uid?: string;
  createdAt?: string;
  /** Everything that it selects was found; `null` while it was not. */
  readyAt?: string | null;
  /** The whole spec. */
  manifest?: Json;
  /** Conditions instead of those that the facts above give. */
  conditions?: Condition[];
}

/** Conditions that an EC2NodeClass needs, by the version that brought them. */
function neededConditions(version: string): string[] {
  return [
    'AMIsReady',
    ...(isAtLeast(version, '1.6') ? ['CapacityReservationsReady'] : []),
    ...(isAtLeast(version, '1.11') ? ['PlacementGroupReady'] : []),
    'SubnetsReady',
    'SecurityGroupsReady',
    'InstanceProfileReady',
    ...(isAtLeast(version, '1.2') ? ['ValidationSucceeded'] : []),
  ];
}

function amis(kubernetes: string) {
  const ami = (id: string, variant: string, gpus: string) => ({
    id,
    name: `amazon-eks-node-al2023-x86_64-${variant}-${kubernetes}-v20261112`,
    requirements: [
      { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] },
      { key: 'karpenter.k8s.aws/instance-gpu-count', operator: gpus },
    ],
  });
  return [
    ami('ami-01b5c0ffeec0ffee0', 'standard', 'DoesNotExist'),
    ami('ami-01b6c0ffeec0ffee0', 'nvidia', 'Exists'),
  ];
}

function selected(cluster: ClusterFacts) {
  return {
    amis: amis(cluster.versions.kubernetes),
    instanceProfile: instanceProfile(cluster),
    securityGroups: [
      { id: cluster.securityGroup, name: `${cluster.name}-node` },
    ],
    subnets: cluster.subnets.map(({ id, zone, zoneId }) => ({
      id,
      zone,
      zoneID: zoneId,
    })),
  };
}

/** An EC2NodeClass, Ready for long, with a subnet in each zone. */
export function nodeClass(
  name = 'default',
  facts: NodeClassFacts & Overrides = {},
): KubeObject {
  const { cluster = testCluster, createdAt = ago('1d') } = facts;
  const { readyAt = createdAt } = facts;
  const dependents = neededConditions(cluster.versions.karpenter).map(type =>
    reached(type, readyAt ?? undefined, createdAt),
  );
  return build(
    {
      apiVersion: 'karpenter.k8s.aws/v1',
      kind: 'EC2NodeClass',
      metadata: {
        name,
        uid: facts.uid ?? `class-${name}`,
        creationTimestamp: createdAt,
        generation: 1,
        finalizers: ['karpenter.k8s.aws/termination'],
        annotations: nodeClassHash(name),
      },
      spec: facts.manifest ?? {
        role: `KarpenterNodeRole-${cluster.name}`,
        amiSelectorTerms: [{ alias: 'al2023@v20261112' }],
        tags: { 'cost-center': '4711' },
      },
      status: {
        conditions: withConditions(
          [...dependents, readyOf(dependents, createdAt)],
          facts.conditions,
        ),
        ...(readyAt && selected(cluster)),
      },
    },
    facts,
  );
}
