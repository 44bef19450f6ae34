import { z } from 'zod';

/**
 * How far a NodeClaim and its node have come, in the order of a node's life:
 * EC2 starts the instance (`launching`), the node is to join the cluster
 * (`registering`), Cilium's agent is not ready on it (`network`), its startup
 * taints and devices are not settled (`initializing`), `ready`, and its pods
 * move away before it goes (`draining`).
 */
export const nodeStageSchema = z.enum([
  'launching',
  'registering',
  'network',
  'initializing',
  'ready',
  'draining',
]);
/** How far a NodeClaim and its node have come. */
export type NodeStage = z.infer<typeof nodeStageSchema>;

/**
 * How a node is: its stage once it has joined, or what is wrong with one that
 * was ready before. `notReady`: the kubelet does not say that it is ready;
 * `cordoned`: no new pods are placed on it.
 */
export const nodeStateSchema = z.enum([
  'network',
  'initializing',
  'ready',
  'notReady',
  'cordoned',
  'draining',
]);
/** How a node is. */
export type NodeState = z.infer<typeof nodeStateSchema>;
