import { z } from 'zod';
import { sourceStateSchema } from '../assessment';
import { conditionViewSchema } from './conditionViewSchema';
import {
  disruptionViewSchema,
  effectiveLimitViewSchema,
} from './disruptionViewSchema';
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
 */
export const resourceLedgerSchema = z.object({
  resource: z.string(),
  limit: z.number().optional(),
  /** Capacity of the pool's nodes, which is what counts against the limit. */
  provisioned: measureSchema,
  /** Requested by the pods on the pool's nodes. */
  requested: measureSchema.optional(),
});
/** One resource of a NodePool. */
export type ResourceLedger = z.infer<typeof resourceLedgerSchema>;

/** A NodePool as pages show it. */
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
  /** Absent when the pool has no limit or no node of it was seen. */
  effectiveLimit: effectiveLimitViewSchema.optional(),
  /** As written, for example `720h` or `Never`. */
  expireAfter: z.string().optional(),
});
/** A NodePool as pages show it. */
export type NodePoolView = z.infer<typeof nodePoolViewSchema>;

/** A workload (DaemonSet or Deployment) and how far it is rolled out. */
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
/** A workload and how far it is rolled out. */
export type RolloutView = z.infer<typeof rolloutViewSchema>;

/** Addresses of one node in ENI mode. */
export const nodeAddressesViewSchema = z.object({
  node: z.string(),
  zone: z.string().optional(),
  instanceType: z.string().optional(),
  used: measureSchema,
  allocated: measureSchema,
  capacity: measureSchema,
  /** Assigned and not in use; below zero when pods wait for an address. */
  warm: measureSchema.optional(),
  /** Addresses come as /28 prefixes. */
  prefixes: z.boolean().optional(),
});
/** Addresses of one node in ENI mode. */
export type NodeAddressesView = z.infer<typeof nodeAddressesViewSchema>;

/** What the pages of one cluster show besides its findings. */
export const clusterViewSchema = z.object({
  karpenter: z.object({
    state: sourceStateSchema,
    reason: z.string().optional(),
    namespace: z.string().optional(),
    controller: rolloutViewSchema.optional(),
    nodePools: z.array(nodePoolViewSchema),
    /** Newest first. Absent, as the next ones, when it could not be read. */
    nodeClaims: z.array(nodeClaimViewSchema).optional(),
    nodeClasses: z.array(nodeClassViewSchema).optional(),
    bootTimes: z.array(bootTimesViewSchema).optional(),
    /** Pods without a node by cause, the largest group first. */
    pending: z.array(pendingGroupViewSchema).optional(),
    /** Nodes that are to go, and what keeps each. */
    heldNodes: z.array(heldNodeViewSchema).optional(),
  }),
  cilium: z.object({
    state: sourceStateSchema,
    reason: z.string().optional(),
    rollouts: z.array(rolloutViewSchema),
    /** Addresses that nodes hold ready for new pods. */
    addressesWarm: measureSchema,
    /** What is left in the subnets that nodes can start in. */
    room: roomSchema,
    nodes: z.array(nodeAddressesViewSchema),
    subnets: z.array(subnetAddressesViewSchema).optional(),
    stuck: z.array(stuckNodeViewSchema).optional(),
    posture: z.array(postureViewSchema).optional(),
    /** How long nodes wait for the CNI; seconds, over the nodes that are up. */
    networkWait: z
      .object({
        p50: measureSchema,
        p95: measureSchema,
        waiting: measureSchema,
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
  /** Share of nodes on spot, 0 to 1. */
  spotShare: measureSchema,
  cpuRequested: measureSchema,
  cpuAllocatable: measureSchema,
  memoryRequested: measureSchema.optional(),
  memoryAllocatable: measureSchema.optional(),
  /** By name; absent when nodes could not be read. */
  nodeList: z.array(nodeViewSchema).optional(),
});
/** What the pages of one cluster show besides its findings. */
export type ClusterView = z.infer<typeof clusterViewSchema>;
