import { z } from 'zod';
import { measureSchema } from '../measure';
import { drainBlockerViewSchema } from './pendingViewSchema';

/**
 * Why Karpenter replaces a node after a change: the reasons of the condition
 * `Drifted` of a NodeClaim.
 *
 * @public
 */
export const driftReasonSchema = z.enum([
  'NodePoolDrifted',
  'RequirementsDrifted',
  'NodeClassDrift',
  'AMIDrift',
  'SubnetDrift',
  'SecurityGroupDrift',
]);
/**
 * See {@link driftReasonSchema}.
 *
 * @public
 */
export type DriftReason = z.infer<typeof driftReasonSchema>;

/**
 * One cause for which nodes drift, and how many.
 *
 * @public
 */
export const driftCauseSchema = z.object({
  reason: driftReasonSchema,
  /** `NodePool/general`, `EC2NodeClass/default` or `Kubernetes`. */
  object: z.string(),
  /** The fields that change, relative to `spec` of the object. */
  fields: z.array(z.string()),
  /** NodeClaims that certainly drift. */
  nodes: measureSchema,
  /** NodeClaims of which it is not known whether they drift; with the reason. */
  undecided: z.number(),
  why: z.string().optional(),
});
/**
 * See {@link driftCauseSchema}.
 *
 * @public
 */
export type DriftCause = z.infer<typeof driftCauseSchema>;

/**
 * How fast the nodes of one pool are replaced.
 *
 * @public
 */
export const replacementPaceSchema = z.object({
  nodePool: z.string(),
  /** Nodes to replace. */
  nodes: z.number(),
  /** Nodes at the same time, by the budgets that are active now. */
  atOnce: measureSchema,
  /** The budget that decides this, as written, for example `10%`. */
  budget: z.string().optional(),
  /** RFC 3339; when the window of a budget that stops everything ends. */
  until: z.string().optional(),
  /** Seconds until the last node is replaced; a lower bound. */
  seconds: measureSchema,
});
/**
 * See {@link replacementPaceSchema}.
 *
 * @public
 */
export type ReplacementPace = z.infer<typeof replacementPaceSchema>;

/**
 * What a change of a cluster does to its running nodes once it is applied.
 *
 * @public
 */
export const blastRadiusSchema = z.object({
  /** RFC 3339; when the cluster was observed. Absent when it was not. */
  observedAt: z.string().optional(),
  /** Nodes that Karpenter replaces because of the change. */
  nodes: measureSchema,
  causes: z.array(driftCauseSchema),
  /** Names of these nodes or, before they join, of their NodeClaims. */
  names: z.array(z.string()),
  /** How many of these nodes have drifted before the change already. */
  alreadyDrifted: z.number(),
  /** Pods that are evicted from these nodes. */
  pods: measureSchema,
  /** Pods that keep these nodes from being drained. */
  held: z.array(drainBlockerViewSchema.extend({ node: z.string() })),
  /** How many pods keep them. */
  heldTotal: measureSchema,
  paces: z.array(replacementPaceSchema),
  /** Seconds until everything is replaced; a lower bound. */
  seconds: measureSchema,
  /** Whether the subnets have room for the nodes that start first. */
  addresses: z.object({
    state: z.enum(['fits', 'short', 'unknown', 'notNeeded']),
    /** Nodes that start before the old ones leave. */
    needed: measureSchema,
    room: measureSchema,
  }),
  /** Fields that change Karpenter's behaviour and replace no node. */
  behaviour: z.array(z.object({ object: z.string(), field: z.string() })),
  /** NodePools that git no longer has: they stay until a person deletes them. */
  removedPools: z.array(z.object({ name: z.string(), nodes: measureSchema })),
  /** Present when the change freezes disruption, or leaves it frozen. */
  freeze: z
    .object({
      /** RFC 3339. */
      until: z.string(),
      /** Nodes that expire before that, and go all the same; the first first. */
      expiring: z.array(z.object({ node: z.string(), at: z.string() })),
      expiringTotal: measureSchema,
    })
    .optional(),
  terraform: z.object({
    /** `nothing`: no file that Terraform reads changes. */
    state: z.enum(['nothing', 'inPlace', 'replaces', 'unknown']),
    parts: z.array(
      z.object({
        field: z.string(),
        effect: z.enum(['nothing', 'inPlace', 'replaces', 'unknown']),
        what: z.string(),
      }),
    ),
  }),
});
/**
 * See {@link blastRadiusSchema}.
 *
 * @public
 */
export type BlastRadius = z.infer<typeof blastRadiusSchema>;
