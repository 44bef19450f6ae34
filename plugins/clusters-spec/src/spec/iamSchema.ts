import { z } from 'zod';
import { policyArnSchema } from './awsSchemas';
import { text } from './leafSchemas';

/** Requirements of the account for every IAM role that is created in it. */
export const iamSchema = z.strictObject({
  permissionsBoundaryArn: policyArnSchema.optional(),
  /** Prefix of the names of roles and policies; cannot be changed later. */
  roleNamePrefix: text(24)
    .regex(
      /^([A-Za-z][\w+=,.@-]*)?$/,
      'must be the beginning of an IAM role name, such as "team-"',
    )
    .optional(),
});
