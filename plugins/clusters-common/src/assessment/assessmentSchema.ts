import { z } from 'zod';
import { checkSchema } from './checkSchema';
import { findingSchema } from './findingSchema';
import { sourceReportSchema } from './sourceReportSchema';
import { verdictSchema } from './verdictSchema';

/**
 * The phase of a cluster's life: `building` until it is complete, for at most a
 * quarter of an hour; `draining` while it is taken down.
 *
 * @public
 */
export const phaseSchema = z.enum(['building', 'running', 'draining']);
/**
 * The phase of a cluster's life.
 *
 * @public
 */
export type Phase = z.infer<typeof phaseSchema>;

/**
 * The progress of a cluster that is being built.
 *
 * @public
 */
export const buildingSchema = z.object({
  /**
   * RFC 3339, creation of its first object; absent before there is an API
   * server.
   */
  since: z.string().optional(),
  /**
   * RFC 3339; after this time, missing parts are findings. Absent with `since`.
   */
  expectedBy: z.string().optional(),
  /** The next part to appear, for example `a Ready node`. */
  waitsFor: z.string(),
});
/**
 * The progress of a cluster that is being built.
 *
 * @public
 */
export type Building = z.infer<typeof buildingSchema>;

/**
 * The result of one assessment of a cluster.
 *
 * @public
 */
export const assessmentSchema = z.object({
  cluster: z.string(),
  observedAt: z.string(),
  verdict: verdictSchema,
  /** Absent in answers of an older backend. */
  phase: phaseSchema.optional(),
  /** Present while `draining`, once no node of Karpenter is left. */
  drained: z.boolean().optional(),
  /** Present while the phase is `building`. */
  building: buildingSchema.optional(),
  /**
   * Why the verdict is `unknown` although every needed source was read: for
   * example a workload without a ready pod, for too short a time to be a fault.
   */
  doubt: z.string().optional(),
  sources: z.array(sourceReportSchema),
  findings: z.array(findingSchema),
  checks: z.array(checkSchema),
});

/**
 * The result of one assessment of a cluster.
 *
 * @public
 */
export type Assessment = z.infer<typeof assessmentSchema>;
