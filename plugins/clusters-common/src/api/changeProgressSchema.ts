import { z } from 'zod';

/**
 * The steps of a change from its pull request until it runs, in order.
 *
 * @public
 */
export const progressSteps = [
  'opened',
  'checks',
  'merged',
  'applying',
  'published',
  'nodes',
  'healthy',
] as const;

/**
 * A step of a change on its way.
 *
 * @public
 */
export const progressStepSchema = z.object({
  id: z.enum(progressSteps),
  /**
   * `waiting`: this one is waited for now. `ahead`: it comes later. `unknown`:
   * it cannot be seen; `detail` says why. `skipped`: the change was given up.
   */
  state: z.enum(['done', 'waiting', 'ahead', 'failed', 'unknown', 'skipped']),
  /** RFC 3339: when it was done, or since when it is waited for. */
  at: z.string().optional(),
  /** Where to see more. */
  url: z.string().optional(),
  /** Names of checks, of reviewers, or what the cluster still lacks. */
  detail: z.string().optional(),
});
/**
 * A step of a change on its way.
 *
 * @public
 */
export type ProgressStep = z.infer<typeof progressStepSchema>;

/**
 * Answer of `GET /v1/changes`: how far the change of a pull request is.
 *
 * @public
 */
export const changeProgressSchema = z.object({
  cluster: z.string(),
  /** `create`, `update` or one of `clusterOperations`. */
  operation: z.string(),
  /** Present once the catalog has the cluster. */
  entityRef: z.string().optional(),
  pullRequest: z.object({
    number: z.number().int().positive(),
    url: z.string(),
    title: z.string(),
    state: z.enum(['open', 'merged', 'closed']),
  }),
  steps: z.array(progressStepSchema).max(progressSteps.length),
});
/**
 * Answer of `GET /v1/changes`: how far the change of a pull request is.
 *
 * @public
 */
export type ChangeProgress = z.infer<typeof changeProgressSchema>;
