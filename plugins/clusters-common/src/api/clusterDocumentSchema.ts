import { z } from 'zod';
import { phaseSchema, verdictSchema } from '../assessment';
import { observedVersionsSchema } from './clusterVerdictSchema';

/**
 * What a search finds a cluster by.
 *
 * @public
 */
export const clusterDocumentSchema = z.object({
  name: z.string().max(253),
  /** Path of its page in the portal. */
  link: z.string().max(1_000),
  /** Absent until the first assessment. */
  verdict: verdictSchema.optional(),
  /** The phase; absent when it is not known. */
  phase: phaseSchema.optional(),
  /** One sentence that names the main problem. */
  headline: z.string().max(1_000),
  versions: observedVersionsSchema,
  region: z.string().max(500).optional(),
  environment: z.string().max(500).optional(),
  /** Entity reference. */
  owner: z.string().max(500).optional(),
  /** Entity reference of the system that it is part of. */
  system: z.string().max(500).optional(),
  /** Titles of its findings, the worst first; no consequences of others. */
  findings: z.array(z.string().max(300)).max(20),
});
/**
 * What a search finds a cluster by.
 *
 * @public
 */
export type ClusterDocument = z.infer<typeof clusterDocumentSchema>;

/**
 * Answer of `GET /v1/documents`, for the search backend only.
 *
 * @public
 */
export const documentsResponseSchema = z.object({
  items: z.array(clusterDocumentSchema),
});
/**
 * Answer of `GET /v1/documents`, for the search backend only.
 *
 * @public
 */
export type DocumentsResponse = z.infer<typeof documentsResponseSchema>;
