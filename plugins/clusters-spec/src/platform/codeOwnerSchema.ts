import { z } from 'zod';

/**
 * A line of `CODEOWNERS`: a path pattern and its owners.
 *
 * @public
 */
export const codeOwnerSchema = z.strictObject({
  path: z
    .string()
    .max(300)
    .regex(
      /^[^\s#![\]\\]+$/,
      'must be a pattern of CODEOWNERS without spaces, such as /terraform/modules/',
    ),
  owners: z
    .array(
      z
        .string()
        .max(200)
        .regex(
          /^(@[A-Za-z0-9][\w-]*(\/[A-Za-z0-9][\w.-]*)?|[^\s@#]+@[^\s@#]+)$/,
          'must be @user, @organization/team or an address',
        ),
    )
    .min(1, 'must name at least one owner')
    .max(20),
});

/**
 * A line of `CODEOWNERS`.
 *
 * @public
 */
export type CodeOwner = z.infer<typeof codeOwnerSchema>;
