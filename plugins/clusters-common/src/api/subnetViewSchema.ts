import { z } from 'zod';
import { measureSchema } from '../measure';

/**
 * What the subnets of a cluster still hold. All of it is an upper bound: load
 * balancers, NAT gateways and other clusters take from the same subnets, and
 * no Kubernetes object shows them.
 */
export const roomSchema = z.object({
  /** Addresses that are not assigned to the cluster's nodes. */
  addresses: measureSchema,
  /** Nodes of the size that is there which still get their addresses. */
  nodes: measureSchema,
  /** Hours until nothing is left, if it goes on as before. */
  hours: measureSchema,
});
/** What the subnets of a cluster still hold. */
export type Room = z.infer<typeof roomSchema>;

/** The addresses of one subnet, as far as the cluster's nodes show them. */
export const subnetAddressesViewSchema = z.object({
  subnetId: z.string(),
  cidr: z.string().optional(),
  zone: z.string().optional(),
  /** Nodes with an interface here. */
  nodes: z.number(),
  /** Addresses of the block, without the five that AWS keeps. */
  usable: measureSchema,
  /** Used by pods and by Cilium itself. */
  used: measureSchema,
  /** Assigned to interfaces of nodes and not used yet. */
  warm: measureSchema,
  room: roomSchema,
  /** Set when nodes here do not get addresses that they ask for. */
  refused: z
    .object({ nodes: z.array(z.string()), text: z.string() })
    .optional(),
});
/** The addresses of one subnet. */
export type SubnetAddressesView = z.infer<typeof subnetAddressesViewSchema>;

/** A node whose network does not come up, with the safe way out. */
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
/** A node whose network does not come up. */
export type StuckNodeView = z.infer<typeof stuckNodeViewSchema>;

/** One setting of Cilium, as configured and as seen. */
export const postureViewSchema = z.object({
  /** `encryption`, `kube-proxy`, `aws-node`, `cluster-mesh`, … */
  aspect: z.string(),
  configured: z.string(),
  /** Absent when there is nothing in the cluster to compare with. */
  seen: z.string().optional(),
  /** One sentence when the two contradict each other. */
  conflict: z.string().optional(),
});
/** One setting of Cilium, as configured and as seen. */
export type PostureView = z.infer<typeof postureViewSchema>;
