import { z } from 'zod';
import { clusterSpecSchema } from './clusterSpecSchema';

/**
 * JSON schema (draft-07) of a cluster spec for forms and editors, generated
 * from the zod schema. It knows types, patterns and enums; rules over several
 * fields only {@link collectClusterSpecIssues} knows.
 *
 * @public
 */
export function clusterSpecJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(clusterSpecSchema, {
    target: 'draft-7',
    io: 'input',
  }) as Record<string, unknown>;
}
