import { build, type Json, type Overrides } from '../base/build';
import { type ClusterFacts, testCluster } from '../base/ClusterFacts';
import {
  type Condition,
  condition,
  reached,
  readyOf,
  withConditions,
} from '../base/conditions';
import { isAtLeast } from '../base/isAtLeast';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';
import { nodePoolHash } from './karpenterHashes';
import { poolFacts } from './poolFacts';

/** The resources of a pool's nodes that count against its limits. */
export interface PoolUsage {
  nodes: number;
  cpus: number;
  memoryKi: number;
  pods: number;
  gpus: number;
}

/** What decides how a NodePool looks. */
export interface NodePoolFacts {
  cluster?: ClusterFacts;
  uid?: string;
  createdAt?: string;
  /** Its EC2NodeClass is Ready since; `null` while it is not. */
  readyAt?: string | null;
  /** A node of it has joined since; `null` while none has. */
  registrationHealthyAt?: string | null;
  /** The whole spec. Default: that of {@link poolFacts}. */
  manifest?: Json;
  usage?: PoolUsage;
  /** Conditions instead of those that the facts above give. */
  conditions?: Condition[];
}

const noNode: PoolUsage = { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 };

/** An m6i.large. */
const oneNode: PoolUsage = {
  nodes: 1,
  cpus: 2,
  memoryKi: 8 * 1024 ** 2,
  pods: 26,
  gpus: 0,
};

const GIB_PER_NODE = 50;

function conditionsOf(
  facts: NodePoolFacts,
  createdAt: string,
  karpenter: string,
): Condition[] {
  const { readyAt = createdAt, registrationHealthyAt = readyAt } = facts;
  const healthy = isAtLeast(karpenter, '1.4')
    ? [
        reached(
          'NodeRegistrationHealthy',
          registrationHealthyAt ?? undefined,
          createdAt,
        ),
      ]
    : [];
  const dependents = [
    reached('ValidationSucceeded', readyAt ?? undefined, createdAt),
    readyAt
      ? reached('NodeClassReady', readyAt, createdAt)
      : condition(
          'NodeClassReady',
          'False',
          createdAt,
          'NodeClassReadinessUnknown',
          'Node Class Readiness Unknown',
        ),
  ];
  return withConditions(
    [...dependents, ...healthy, readyOf(dependents, createdAt)],
    facts.conditions,
  );
}

/** A NodePool, Ready for long, with one node of m6i.large. */
export function nodePool(
  name = 'general',
  facts: NodePoolFacts & Overrides = {},
): KubeObject {
  const { cluster = testCluster, createdAt = ago('1d') } = facts;
  const { manifest = poolFacts(name).spec } = facts;
  const { karpenter } = cluster.versions;
  const { usage = facts.readyAt === null ? noNode : oneNode } = facts;
  const storage = usage.nodes * GIB_PER_NODE;
  return build(
    {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: {
        name,
        uid: facts.uid ?? `pool-${name}`,
        creationTimestamp: createdAt,
        generation: 1,
        annotations: nodePoolHash(manifest),
      },
      spec: manifest,
      status: {
        conditions: conditionsOf(facts, createdAt, karpenter),
        nodeClassObservedGeneration: isAtLeast(karpenter, '1.4')
          ? 1
          : undefined,
        nodes: isAtLeast(karpenter, '1.8') ? usage.nodes : undefined,
        resources: {
          cpu: String(usage.cpus),
          'ephemeral-storage': storage ? `${storage}Gi` : '0',
          memory: usage.memoryKi ? `${usage.memoryKi}Ki` : '0',
          nodes: String(usage.nodes),
          pods: String(usage.pods),
          'nvidia.com/gpu': usage.gpus > 0 ? String(usage.gpus) : undefined,
          'vpc.amazonaws.com/pod-eni': '0',
        },
      },
    },
    facts,
  );
}
