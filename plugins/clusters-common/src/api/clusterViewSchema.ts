import { z } from 'zod';
import { sourceStateSchema } from '../assessment';
import { conditionViewSchema } from './conditionViewSchema';
import {
  disruptionViewSchema,
  effectiveLimitViewSchema,
} from './disruptionViewSchema';
import { episodeViewSchema } from './episodeViewSchema';
import { measureSchema } from '../measure';
import {
  bootTimesViewSchema,
  nodeClaimViewSchema,
} from './nodeClaimViewSchema';
import { nodeClassViewSchema } from './nodeClassViewSchema';
import { nodeStageSchema } from './nodeStateSchema';
import { nodeViewSchema } from './nodeViewSchema';
import {
  heldNodeViewSchema,
  pendingGroupViewSchema,
} from './pendingViewSchema';
import {
  postureViewSchema,
  roomSchema,
  stuckNodeViewSchema,
  subnetAddressesViewSchema,
} from './subnetViewSchema';

/**
 * One resource of a NodePool. Numbers are in base units: cores, bytes,
 * pieces (`nodes`, `nvidia.com/gpu`). `limit` is absent when none is set.
 *
 * @public
 */
export const resourceLedgerSchema = z.object({
  resource: z.string(),
  limit: z.number().optional(),
  /** Total capacity of the pool's nodes, which counts against the limit. */
  provisioned: measureSchema,
  /** Sum of the requests of the pods on the pool's nodes. */
  requested: measureSchema.optional(),
});
/**
 * One resource of a NodePool.
 *
 * @public
 */
export type ResourceLedger = z.infer<typeof resourceLedgerSchema>;

/**
 * A NodePool as pages show it.
 *
 * @public
 */
export const nodePoolViewSchema = z.object({
  name: z.string(),
  nodeClass: z.string().optional(),
  weight: z.number().optional(),
  ready: conditionViewSchema,
  /** The first condition that keeps the pool from being Ready, if any. */
  notReadyBecause: z.string().optional(),
  nodes: measureSchema,
  resources: z.array(resourceLedgerSchema),
  consolidation: z.object({ policy: z.string(), after: z.string() }),
  capacityTypes: z.array(z.string()),
  /** How many NodeClaims are in each stage; absent when they were not read. */
  nodeClaims: z.record(nodeStageSchema, z.number()).optional(),
  disruption: disruptionViewSchema.optional(),
  /** Absent when the pool has no limit or none of its nodes was observed. */
  effectiveLimit: effectiveLimitViewSchema.optional(),
  /** As written in the NodePool, for example `720h` or `Never`. */
  expireAfter: z.string().optional(),
});
/**
 * A NodePool as pages show it.
 *
 * @public
 */
export type NodePoolView = z.infer<typeof nodePoolViewSchema>;

/**
 * A workload (DaemonSet or Deployment) and the progress of its rollout.
 *
 * @public
 */
export const rolloutViewSchema = z.object({
  component: z.string(),
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
  desired: measureSchema,
  ready: measureSchema,
  updated: measureSchema,
  /** Image tag without a leading `v`; absent when it cannot be read. */
  version: z.string().optional(),
});
/**
 * A workload and the progress of its rollout.
 *
 * @public
 */
export type RolloutView = z.infer<typeof rolloutViewSchema>;

/**
 * Addresses of one node in ENI mode.
 *
 * @public
 */
export const nodeAddressesViewSchema = z.object({
  node: z.string(),
  zone: z.string().optional(),
  instanceType: z.string().optional(),
  used: measureSchema,
  allocated: measureSchema,
  capacity: measureSchema,
  /** Assigned and not in use; negative when pods wait for an address. */
  warm: measureSchema.optional(),
  /** Whether the addresses are assigned as /28 prefixes. */
  prefixes: z.boolean().optional(),
  /** When its CiliumNode was created, RFC 3339. */
  createdAt: z.string().optional(),
  /** Addresses that are being given back, still in the pool. */
  releasing: z.number().optional(),
  /** What the operator could not do for it. */
  error: z.string().optional(),
  /** Absent in answers of an older backend, and before the operator wrote them. */
  interfaces: z
    .array(
      z.object({
        id: z.string(),
        subnetId: z.string().optional(),
        addresses: z.number(),
        /** Absent when the node does not say which ones it uses. */
        used: z.number().optional(),
        prefixes: z.number(),
      }),
    )
    .optional(),
});
/**
 * Addresses of one node in ENI mode.
 *
 * @public
 */
export type NodeAddressesView = z.infer<typeof nodeAddressesViewSchema>;

/**
 * The data of a cluster's pages, besides its findings.
 *
 * @public
 */
export const clusterViewSchema = z.object({
  karpenter: z.object({
    state: sourceStateSchema,
    reason: z.string().optional(),
    namespace: z.string().optional(),
    controller: rolloutViewSchema.optional(),
    nodePools: z.array(nodePoolViewSchema),
    /**
     * Newest first. This field and those below are absent when they could not
     * be read.
     */
    nodeClaims: z.array(nodeClaimViewSchema).optional(),
    nodeClasses: z.array(nodeClassViewSchema).optional(),
    bootTimes: z.array(bootTimesViewSchema).optional(),
    /** Pods without a node, grouped by cause, the largest group first. */
    pending: z.array(pendingGroupViewSchema).optional(),
    /**
     * Instances that AWS took away in the last hour, by Karpenter's events.
     */
    interrupted: z.number().optional(),
    /** Karpenter's events of the last hours, the newest episode first. */
    episodes: z.array(episodeViewSchema).optional(),
    /** Nodes that cost and carry little. */
    idle: z
      .object({
        /** Nodes with DaemonSet pods only. */
        empty: measureSchema,
        /** Hours of these nodes since their last pod was added or removed. */
        emptyNodeHours: measureSchema,
        /** Nodes that request less than half of their CPU and memory. */
        underutilized: measureSchema,
      })
      .optional(),
    /** Nodes that are to be removed, and what prevents the removal of each. */
    heldNodes: z.array(heldNodeViewSchema).optional(),
  }),
  cilium: z.object({
    state: sourceStateSchema,
    reason: z.string().optional(),
    rollouts: z.array(rolloutViewSchema),
    /** Free addresses that are already assigned to nodes. */
    addressesWarm: measureSchema,
    /** Free addresses in the subnets in which new nodes can start. */
    room: roomSchema,
    nodes: z.array(nodeAddressesViewSchema),
    subnets: z.array(subnetAddressesViewSchema).optional(),
    stuck: z.array(stuckNodeViewSchema).optional(),
    posture: z.array(postureViewSchema).optional(),
    /**
     * How long nodes wait for the CNI to be ready, in seconds; only over ready
     * nodes.
     */
    networkWait: z
      .object({
        p50: measureSchema,
        p95: measureSchema,
        waiting: measureSchema,
        /** Whole seconds of each ready node, the shortest first. */
        seconds: z.array(z.number()).optional(),
      })
      .optional(),
    /** CiliumEndpoints by the state that their agent reports. */
    endpoints: z
      .object({
        total: measureSchema,
        states: z.array(z.object({ state: z.string(), count: z.number() })),
      })
      .optional(),
  }),
  versions: z.object({
    kubernetes: z.string().optional(),
    karpenter: z.string().optional(),
    cilium: z.string().optional(),
  }),
  nodes: measureSchema,
  nodesNotReady: measureSchema,
  podsPending: measureSchema,
  /**
   * Share of the workloads with several pods that a PodDisruptionBudget covers,
   * from 0 to 1; absent in data that an older version stored.
   */
  budgetCoverage: measureSchema.optional(),
  /** Share of spot nodes, from 0 to 1. */
  spotShare: measureSchema,
  cpuRequested: measureSchema,
  cpuAllocatable: measureSchema,
  memoryRequested: measureSchema.optional(),
  memoryAllocatable: measureSchema.optional(),
  /** Sorted by name; absent when nodes could not be read. */
  nodeList: z.array(nodeViewSchema).optional(),
});
/**
 * The data of a cluster's pages, besides its findings.
 *
 * @public
 */
export type ClusterView = z.infer<typeof clusterViewSchema>;
