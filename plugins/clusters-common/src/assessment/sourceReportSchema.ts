import { z } from 'zod';

/**
 * The state of one source of facts. If it is not `ok`, counts are unknown
 * instead of zero, and the cluster is not called healthy.
 *
 * @public
 */
export const sourceStateSchema = z.enum([
  'ok',
  /** The source is being read for the first time. */
  'reading',
  'forbidden',
  /** The portal has no credentials for the request. */
  'noCredentials',
  'notInstalled',
  'unreachable',
  'stale',
  'notProvisioned',
  'notCollected',
  /** The portal does not read clusters with this auth provider. */
  'notRead',
]);
/**
 * The state of one source of facts.
 *
 * @public
 */
export type SourceState = z.infer<typeof sourceStateSchema>;

/**
 * A source and its state, for example `{ name: 'nodepools', state: 'ok' }`.
 *
 * @public
 */
export const sourceReportSchema = z.object({
  name: z.string(),
  state: sourceStateSchema,
  reason: z.string().optional(),
  /** The kind of its objects, for example `NodePool`; absent for a workload. */
  kind: z.string().optional(),
  /**
   * The rule of a ClusterRole that allows to read it; present while that is
   * forbidden.
   */
  missingRule: z
    .object({
      apiGroups: z.array(z.string()),
      resources: z.array(z.string()),
      resourceNames: z.array(z.string()).optional(),
      verbs: z.array(z.string()),
    })
    .optional(),
});
/**
 * A source and its state.
 *
 * @public
 */
export type SourceReport = z.infer<typeof sourceReportSchema>;
