import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { overlapPolicySchema } from '@clusterworks/plugin-clusters-changes-node';
import { describeCidrProblem } from '@clusterworks/plugin-clusters-spec';
import { z } from 'zod';

const KEY = 'clusters.addresses';
const MAX_ENTRIES = 100;

const policySchema = z.strictObject({
  overlaps: overlapPolicySchema,
  sizes: z
    .array(
      z.strictObject({
        environment: z.string().min(1).max(32),
        prefix: z.number().int().min(16).max(22),
      }),
    )
    .max(MAX_ENTRIES)
    .default([]),
  reserved: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        cidr: z.string().superRefine((text, context) => {
          const problem = describeCidrProblem(text);
          if (problem) {
            context.addIssue({ code: 'custom', message: problem });
          }
        }),
      }),
    )
    .max(MAX_ENTRIES)
    .default([]),
});

/** Which ranges new clusters are offered. */
export type AddressPolicy = z.output<typeof policySchema>;

/** @throws InputError that lists all problems with their keys */
export function readAddressPolicy(root: RootConfigService): AddressPolicy {
  const result = policySchema.safeParse(root.getOptional(KEY) ?? {});
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(
    ({ path, message }) => `${[KEY, ...path].join('.')}: ${message}`,
  );
  throw new InputError(`The configuration is invalid:\n${problems.join('\n')}`);
}
