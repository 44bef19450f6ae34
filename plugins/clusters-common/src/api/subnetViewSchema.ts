import { z } from 'zod';
import { measureSchema } from '../measure';

/**
 * The free addresses in the subnets of a cluster. All values are upper bounds:
 * load balancers, NAT gateways and other clusters use addresses of the same
 * subnets, and no Kubernetes object shows them.
 *
 * @public
 */
export const roomSchema = z.object({
  /** Addresses that are not assigned to the cluster's nodes. */
  addresses: measureSchema,
  /** How many more nodes still get the addresses that a node starts with. */
  nodes: measureSchema,
  /** Hours until no address is left, at the current rate. */
  hours: measureSchema,
});
/**
 * The free addresses in the subnets of a cluster.
 *
 * @public
 */
export type Room = z.infer<typeof roomSchema>;

/**
 * The addresses of one subnet, as far as the cluster's nodes show them.
 *
 * @public
 */
export const subnetAddressesViewSchema = z.object({
  subnetId: z.string(),
  cidr: z.string().optional(),
  zone: z.string().optional(),
  /** Nodes with an interface here. */
  nodes: z.number(),
  /** What each of these nodes holds here; absent in answers of an older backend. */
  byNode: z
    .array(
      z.object({
        node: z.string(),
        /** Addresses of its interfaces here, their primary ones included. */
        held: z.number(),
        /** Those of the interfaces themselves, which no pod gets. */
        own: z.number(),
        /** How many of them are used; absent when the node does not say. */
        used: z.number().optional(),
      }),
    )
    .optional(),
  /**
   * Size of the address block, without the five addresses that AWS reserves.
   */
  usable: measureSchema,
  /** Used by pods and by Cilium itself. */
  used: measureSchema,
  /** Assigned to interfaces of nodes and not used yet. */
  warm: measureSchema,
  room: roomSchema,
  /** Set when nodes in this subnet request addresses and do not get them. */
  refused: z
    .object({ nodes: z.array(z.string()), text: z.string() })
    .optional(),
});
/**
 * The addresses of one subnet.
 *
 * @public
 */
export type SubnetAddressesView = z.infer<typeof subnetAddressesViewSchema>;

/**
 * A node whose network does not become ready, with a safe remedy.
 *
 * @public
 */
export const stuckNodeViewSchema = z.object({
  node: z.string(),
  what: z.enum([
    'noAddresses',
    'noStatus',
    'instanceGone',
    'ciliumNodeWithoutNode',
    'nodeWithoutCiliumNode',
  ]),
  since: z.string().optional(),
  text: z.string(),
  remedy: z.array(
    z.object({ text: z.string(), command: z.string().optional() }),
  ),
});
/**
 * A node whose network does not become ready.
 *
 * @public
 */
export type StuckNodeView = z.infer<typeof stuckNodeViewSchema>;

/**
 * One setting of Cilium, as configured and as observed.
 *
 * @public
 */
export const postureViewSchema = z.object({
  /** `encryption`, `kube-proxy`, `aws-node`, `cluster-mesh`, … */
  aspect: z.string(),
  configured: z.string(),
  /** The observed value; absent when nothing in the cluster shows it. */
  seen: z.string().optional(),
  /**
   * One sentence, if the configured and the observed value contradict each
   * other.
   */
  conflict: z.string().optional(),
});
/**
 * One setting of Cilium, as configured and as observed.
 *
 * @public
 */
export type PostureView = z.infer<typeof postureViewSchema>;
