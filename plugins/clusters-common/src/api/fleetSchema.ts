import { z } from 'zod';
import { assessmentSchema, severitySchema, verdictSchema } from '../assessment';
import { clusterViewSchema } from './clusterViewSchema';
import { measureSchema } from '../measure';
import { roomSchema } from './subnetViewSchema';

/** How the backend stands with a cluster's API server. */
export const connectionSchema = z.object({
  state: z.enum([
    'live',
    'connecting',
    'stale',
    'unreachable',
    'forbidden',
    'noCredentials',
    'notProvisioned',
    'notRead',
  ]),
  /** RFC 3339, since when. */
  since: z.string().optional(),
  /** It was so when first looked at: it began at `since` or before. */
  sinceAtLeast: z.boolean().optional(),
  /** One plain sentence; never holds a token or a response body. */
  message: z.string().optional(),
});
/** How the backend stands with a cluster's API server. */
export type Connection = z.infer<typeof connectionSchema>;

/** A version as the spec wants it and as it was seen, without a leading `v`. */
export const versionPairSchema = z.object({
  desired: z.string().optional(),
  observed: z.string().optional(),
});
/** A version as the spec wants it and as it was seen. */
export type VersionPair = z.infer<typeof versionPairSchema>;

/** The one sentence that says what is wrong. */
export const headlineSchema = z.object({
  text: z.string(),
  severity: severitySchema.optional(),
  since: z.string().optional(),
  /** It was so when first looked at: it began at `since` or before. */
  sinceAtLeast: z.boolean().optional(),
  findingId: z.string().optional(),
});
/** The one sentence that says what is wrong. */
export type Headline = z.infer<typeof headlineSchema>;

/** One cluster in the fleet. */
export const fleetRowSchema = z.object({
  name: z.string(),
  /** `resource:default/payments-dev`. */
  entityRef: z.string(),
  owner: z.string().optional(),
  environment: z.string().optional(),
  region: z.string().optional(),
  accountId: z.string().optional(),
  provisioned: z.boolean(),
  verdict: verdictSchema,
  /** The verdict of the last look that could judge, when this one cannot. */
  lastKnown: z.object({ verdict: verdictSchema, at: z.string() }).optional(),
  headline: headlineSchema,
  findings: z.object({
    critical: z.number(),
    warning: z.number(),
    info: z.number(),
  }),
  versions: z.object({
    kubernetes: versionPairSchema,
    karpenter: versionPairSchema,
    cilium: versionPairSchema,
  }),
  nodes: measureSchema,
  cpuRequested: measureSchema,
  cpuAllocatable: measureSchema,
  spotShare: measureSchema,
  /** What is left in the subnets that nodes can start in. */
  room: roomSchema,
  connection: connectionSchema,
  /** RFC 3339, the time of the newest facts; absent when there are none. */
  observedAt: z.string().optional(),
  /** Grows with every change of what is shown. */
  revision: z.number(),
});
/** One cluster in the fleet. */
export type FleetRow = z.infer<typeof fleetRowSchema>;

/** Answer of `GET /v1/fleet`. */
export const fleetResponseSchema = z.object({
  revision: z.number(),
  /** Of all clusters that the caller may see and that match the filter. */
  totals: z.object({
    clusters: z.number(),
    critical: z.number(),
    degraded: z.number(),
    unknown: z.number(),
    healthy: z.number(),
  }),
  items: z.array(fleetRowSchema),
  nextCursor: z.string().optional(),
});
/** Answer of `GET /v1/fleet`. */
export type FleetResponse = z.infer<typeof fleetResponseSchema>;

/** Answer of `GET /v1/clusters/{name}`. */
export const clusterDetailSchema = z.object({
  row: fleetRowSchema,
  /** Absent until the cluster was judged once. */
  assessment: assessmentSchema.optional(),
  view: clusterViewSchema.optional(),
});
/** Answer of `GET /v1/clusters/{name}`. */
export type ClusterDetail = z.infer<typeof clusterDetailSchema>;

/** One remembered moment of a cluster. */
export const historyPointSchema = z.object({
  at: z.string(),
  verdict: verdictSchema,
  nodes: z.number().optional(),
  /** Addresses left in subnets, at most. */
  roomAddresses: z.number().optional(),
  /** The same by subnet id. */
  subnets: z.record(z.string(), z.number()).optional(),
  podsPending: z.number().optional(),
  cpuAllocatable: z.number().optional(),
  /** By name of the NodePool; CPU in cores. */
  pools: z
    .record(
      z.string(),
      z.object({
        nodes: z.number().optional(),
        cpuProvisioned: z.number().optional(),
      }),
    )
    .optional(),
});
/** One remembered moment of a cluster. */
export type HistoryPoint = z.infer<typeof historyPointSchema>;

/** Answer of `GET /v1/clusters/{name}/history`. */
export const historyResponseSchema = z.object({
  cluster: z.string(),
  points: z.array(historyPointSchema),
  verdictChanges: z.array(
    z.object({
      at: z.string(),
      from: verdictSchema.optional(),
      to: verdictSchema,
      headline: z.string(),
    }),
  ),
});
/** Answer of `GET /v1/clusters/{name}/history`. */
export type HistoryResponse = z.infer<typeof historyResponseSchema>;

/** Answer of `POST /v1/render`: the preview of the review step. */
export const renderResponseSchema = z.object({
  /** One sentence that says what would be created. */
  summary: z.string(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  files: z.array(z.object({ path: z.string(), content: z.string() })),
});
/** Answer of `POST /v1/render`. */
export type RenderResponse = z.infer<typeof renderResponseSchema>;
