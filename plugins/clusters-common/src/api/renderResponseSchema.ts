import { z } from 'zod';

/**
 * Answer of `POST /v1/render`: the preview of the review step.
 *
 * @public
 */
export const renderResponseSchema = z.object({
  /** One sentence that summarizes what would be created. */
  summary: z.string(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  files: z.array(z.object({ path: z.string(), content: z.string() })),
});
/**
 * Answer of `POST /v1/render`.
 *
 * @public
 */
export type RenderResponse = z.infer<typeof renderResponseSchema>;
