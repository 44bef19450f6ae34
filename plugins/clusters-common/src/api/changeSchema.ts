import { z } from 'zod';
import { clusterOperations } from '../changes';
import { blastRadiusSchema } from './blastRadiusSchema';
import { stillRunsSchema } from './stillRunsSchema';

const warningSchema = z.object({ code: z.string(), message: z.string() });

/**
 * A change of a cluster that waits to be merged.
 *
 * @public
 */
export const openChangeSchema = z.object({
  /** `create`, `update` or one of `clusterOperations`. */
  operation: z.string(),
  branch: z.string(),
  number: z.number(),
  url: z.string(),
  title: z.string(),
});
/**
 * See {@link openChangeSchema}.
 *
 * @public
 */
export type OpenChangeView = z.infer<typeof openChangeSchema>;

/**
 * Answer of `GET /v1/clusters/{name}/spec`: the data with which a form starts.
 *
 * @public
 */
export const clusterInGitSchema = z.object({
  cluster: z.string(),
  /** URL of the repository's web page. */
  repository: z.string(),
  /** Text of `cluster.yaml`. */
  text: z.string(),
  /** Git blob SHA of that text. */
  version: z.string(),
  /** The parsed text; absent when it has problems. */
  spec: z.record(z.string(), z.unknown()).optional(),
  /** Why a form cannot edit the text. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
  openChange: openChangeSchema.optional(),
  /** Whether the text comes from that change instead of the base branch. */
  isOpenChange: z.boolean(),
  /** The operations that the caller has permission for. */
  operations: z.array(z.enum(clusterOperations)),
});
/**
 * See {@link clusterInGitSchema}.
 *
 * @public
 */
export type ClusterInGitResponse = z.infer<typeof clusterInGitSchema>;

const conflictingLinesSchema = z.object({
  line: z.number(),
  byHand: z.array(z.string()),
  before: z.array(z.string()),
  generated: z.array(z.string()),
});

/**
 * Answer of `POST /v1/clusters/{name}/preview`: the effects of a change.
 *
 * @public
 */
export const changePreviewSchema = z.object({
  summary: z.string(),
  fields: z.array(
    z.object({
      path: z.string(),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
  files: z.array(
    z.object({
      path: z.string(),
      change: z.enum(['added', 'changed', 'removed']),
      isRecord: z.boolean(),
      /** A unified diff as git prints it; absent when it is too long. */
      diff: z.string().optional(),
    }),
  ),
  /** How many generated files do not change. */
  untouched: z.number(),
  conflicts: z.array(
    z.object({
      path: z.string(),
      reason: z.string(),
      lines: z.array(conflictingLinesSchema).optional(),
    }),
  ),
  warnings: z.array(warningSchema),
  openChange: openChangeSchema.optional(),
  /** What the change does to the nodes that run now. */
  blastRadius: blastRadiusSchema.optional(),
  /** Present for the operation `decommission`, instead of `blastRadius`. */
  stillRuns: stillRunsSchema.optional(),
  /** Why the files cannot be removed yet; only for a removal. */
  removalProblems: z.array(z.string()).optional(),
});
/**
 * See {@link changePreviewSchema}.
 *
 * @public
 */
export type ChangePreviewResponse = z.infer<typeof changePreviewSchema>;

/**
 * Asks for the files of a cluster to be taken out of the repository.
 *
 * @public
 */
export const removalSchema = z.strictObject({
  /**
   * How a person knows that the cluster is gone or empty, in their words.
   * Needed where the portal cannot see it; it stands in the pull request.
   */
  confirmedGone: z.string().max(500).optional(),
});
/**
 * See {@link removalSchema}.
 *
 * @public
 */
export type Removal = z.infer<typeof removalSchema>;

/**
 * Body of `POST /v1/clusters/{name}/preview`.
 *
 * @public
 */
export const changePreviewRequestSchema = z.strictObject({
  operation: z.enum(clusterOperations),
  /** `cluster.yaml` as an object. */
  spec: z.unknown(),
  allowVersionSteps: z.boolean().optional(),
  /**
   * Only for the operation `decommission`: takes the files of a drained cluster
   * out of the repository.
   */
  removal: removalSchema.optional(),
  /** Why the cluster may share addresses with another one. */
  overlapAcknowledgement: z.string().max(500).optional(),
});
/**
 * See {@link changePreviewRequestSchema}.
 *
 * @public
 */
export type ChangePreviewRequest = z.infer<typeof changePreviewRequestSchema>;

/**
 * Answer of `POST /v1/creation/preview`: what the pull request that creates a
 * cluster would do to the files of the platform repository.
 *
 * @public
 */
export const creationPreviewSchema = changePreviewSchema
  .pick({
    summary: true,
    files: true,
    untouched: true,
    conflicts: true,
    warnings: true,
    openChange: true,
  })
  .extend({
    /** URL of the repository's web page. */
    repository: z.string(),
  });
/**
 * See {@link creationPreviewSchema}.
 *
 * @public
 */
export type CreationPreviewResponse = z.infer<typeof creationPreviewSchema>;

/**
 * Body of `POST /v1/creation/preview`.
 *
 * @public
 */
export const creationPreviewRequestSchema = z.strictObject({
  /** `cluster.yaml` as an object. */
  spec: z.unknown(),
  /** URL of the platform repository; may be absent when there is one only. */
  repository: z.string().max(500).optional(),
  /** Why the cluster may share addresses with another one. */
  overlapAcknowledgement: z.string().max(500).optional(),
  /**
   * The caller's own token for the repository. Needed where
   * `scaffolder.requireScmUserCredentials` is set.
   */
  token: z.string().max(2_000).optional(),
});
/**
 * See {@link creationPreviewRequestSchema}.
 *
 * @public
 */
export type CreationPreviewRequest = z.infer<
  typeof creationPreviewRequestSchema
>;
