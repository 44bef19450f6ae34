import { z } from 'zod';
import { phaseSchema, severitySchema, verdictSchema } from '../assessment';
import { measureSchema } from '../measure';
import { connectionSchema } from './connectionSchema';
import { clusterSources, otherClaimSchema } from './otherClaimSchema';
import { comparedParts, specDifferenceSchema } from './specDifferenceSchema';
import { roomSchema } from './subnetViewSchema';

/**
 * A version as the spec wants it and as observed, without a leading `v`.
 *
 * @public
 */
export const versionPairSchema = z.object({
  desired: z.string().optional(),
  observed: z.string().optional(),
});
/**
 * A version as the spec wants it and as observed.
 *
 * @public
 */
export type VersionPair = z.infer<typeof versionPairSchema>;

/**
 * One sentence that names the main problem.
 *
 * @public
 */
export const headlineSchema = z.object({
  text: z.string(),
  severity: severitySchema.optional(),
  since: z.string().optional(),
  /**
   * The problem existed at the first look already, so it began at `since` or
   * earlier.
   */
  sinceAtLeast: z.boolean().optional(),
  findingId: z.string().optional(),
  /** RFC 3339; until then the problem is muted. */
  mutedUntil: z.string().max(40).optional(),
});
/**
 * One sentence that names the main problem.
 *
 * @public
 */
export type Headline = z.infer<typeof headlineSchema>;

/** Components that a row lists at most. */
const MAX_COMPONENTS = 50;
/** Workloads that a row lists at most. */
const MAX_HOLDERS = 10;

/**
 * A workload whose pods keep nodes that are to be replaced or removed.
 *
 * @public
 */
export const holderSchema = z.object({
  namespace: z.string(),
  /** Kind and name: `Deployment/web`. */
  workload: z.string(),
  /** How many nodes it keeps. */
  nodes: measureSchema,
  /** Whether one of them is to be replaced because it drifted. */
  drifted: z.boolean(),
});
/**
 * A workload whose pods keep nodes that are to be replaced or removed.
 *
 * @public
 */
export type Holder = z.infer<typeof holderSchema>;

/**
 * One cluster in the fleet.
 *
 * @public
 */
export const fleetRowSchema = z.object({
  name: z.string(),
  /** `resource:default/payments-dev`. */
  entityRef: z.string(),
  /** Absent in data that an older version stored. */
  source: z.enum(clusterSources).optional(),
  /**
   * Other descriptions that claim this cluster or its name; absent when there
   * are none.
   */
  otherClaims: z.array(otherClaimSchema).max(20).optional(),
  owner: z.string().optional(),
  /** Entity reference of the system that the cluster is part of. */
  system: z.string().optional(),
  /**
   * Labels of the entity, without those under `clusterworks.dev/`, which repeat
   * other fields; at most 50.
   */
  labels: z.record(z.string(), z.string()).optional(),
  environment: z.string().optional(),
  region: z.string().optional(),
  /**
   * Availability zones of its nodes and subnets, sorted; absent when nothing
   * was read.
   */
  zones: z.array(z.string()).max(20).optional(),
  accountId: z.string().optional(),
  provisioned: z.boolean(),
  verdict: verdictSchema,
  /**
   * The phase; absent when it is not known, and in answers of an older backend.
   */
  phase: phaseSchema.optional(),
  /** Present while `draining`, once no node of Karpenter is left. */
  drained: z.boolean().optional(),
  /**
   * When the freeze of disruption that git wants should end, RFC 3339; absent
   * without a freeze, and for clusters that are taken down.
   */
  frozenUntil: z.string().max(63).optional(),
  /** The last verdict that could be given, when the current one is unknown. */
  lastKnown: z.object({ verdict: verdictSchema, at: z.string() }).optional(),
  headline: headlineSchema,
  findings: z.object({
    critical: z.number(),
    warning: z.number(),
    info: z.number(),
    /** How many of them are muted; absent when none is. */
    muted: z.number().int().nonnegative().optional(),
    /**
     * Names and codes of the rules behind the findings, for filters; absent in
     * answers of an older backend.
     */
    rules: z.array(z.string()).max(500).optional(),
  }),
  versions: z.object({
    kubernetes: versionPairSchema,
    karpenter: versionPairSchema,
    cilium: versionPairSchema,
  }),
  nodes: measureSchema,
  /**
   * The next minor version of Kubernetes, and which components do not work with
   * it; absent when a version is not known, or there is no next one.
   */
  nextKubernetes: z
    .object({
      version: z.string().max(20),
      blockedBy: z.array(z.enum(['karpenter', 'cilium'])).max(2),
    })
    .optional(),
  /**
   * Components of the catalog that depend on the cluster, as entity references,
   * sorted; absent in answers of an older backend.
   */
  components: z
    .object({
      listed: z.array(z.string()).max(MAX_COMPONENTS),
      total: z.number().int().nonnegative(),
    })
    .optional(),
  /**
   * Workloads whose pods keep nodes that are to be replaced or removed, those
   * that do so for longest first; absent when that is not known.
   */
  heldBy: z
    .object({
      listed: z.array(holderSchema).max(MAX_HOLDERS),
      total: z.number().int().nonnegative(),
    })
    .optional(),
  /**
   * Since when the node that drifted first waits for its replacement, RFC 3339;
   * null when no node has drifted. Absent when that is not known.
   */
  driftedSince: z.string().nullable().optional(),
  /**
   * Share of the workloads with several pods that a PodDisruptionBudget covers,
   * from 0 to 1; absent in answers of an older backend.
   */
  budgetCoverage: measureSchema.optional(),
  /** Pods without a node; absent in answers of an older backend. */
  podsPending: measureSchema.optional(),
  cpuRequested: measureSchema,
  cpuAllocatable: measureSchema,
  spotShare: measureSchema,
  /** Free addresses in the subnets in which new nodes can start. */
  room: roomSchema,
  /**
   * Parts in which the cluster is not as git wants it, or of which that is not
   * known; absent while the cluster is not compared.
   */
  differences: z
    .array(specDifferenceSchema)
    .max(comparedParts.length)
    .optional(),
  connection: connectionSchema,
  /** RFC 3339, time of the newest facts; absent when there are none. */
  observedAt: z.string().optional(),
  /** Grows with every change in what is shown of the cluster. */
  revision: z.number(),
});
/**
 * One cluster in the fleet.
 *
 * @public
 */
export type FleetRow = z.infer<typeof fleetRowSchema>;
