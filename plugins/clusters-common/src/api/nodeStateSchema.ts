import { z } from 'zod';

/**
 * The stages of a NodeClaim and its node, in order: EC2 starts the instance
 * (`launching`), the node has to join the cluster (`registering`), Cilium's
 * agent is not ready on it (`network`), its startup taints or devices are not
 * ready (`initializing`), the node is `ready`, and its pods move away before it
 * is removed (`draining`).
 *
 * @public
 */
export const nodeStageSchema = z.enum([
  'launching',
  'registering',
  'network',
  'initializing',
  'ready',
  'draining',
]);
/**
 * A stage of a NodeClaim and its node.
 *
 * @public
 */
export type NodeStage = z.infer<typeof nodeStageSchema>;

/**
 * The state of a node: its stage since it joined, or the problem of a node that
 * was ready before. `notReady`: the kubelet does not report that it is ready;
 * `cordoned`: no new pods are scheduled to it.
 *
 * @public
 */
export const nodeStateSchema = z.enum([
  'network',
  'initializing',
  'ready',
  'notReady',
  'cordoned',
  'draining',
]);
/**
 * The state of a node.
 *
 * @public
 */
export type NodeState = z.infer<typeof nodeStateSchema>;
