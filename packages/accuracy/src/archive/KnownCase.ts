import { z } from 'zod';
import { truthSchema } from '../judge/truthSchema';

/** One case of an archive: a cluster and what is true of it. */
export const knownCaseSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/)
    .max(80),
  /** Source of the case, and the parts of it that were made by hand. */
  notes: z.string().max(5000),
  truth: truthSchema,
  /** A capture, or a list as printed by `kubectl get -o json`. */
  bundle: z.record(z.string(), z.unknown()),
});

/** One case of an archive: a cluster and what is true of it. */
export type KnownCase = z.infer<typeof knownCaseSchema>;

/** All cases of an archive. */
export const archiveSchema = z.array(knownCaseSchema).max(1000);
