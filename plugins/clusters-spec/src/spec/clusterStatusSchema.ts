import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { CLUSTERWORKS_API_VERSION } from './clusterSpecSchema';
import { accountIdSchema, clusterNameSchema } from './leafSchemas';
import { describeClusterSpecIssues } from './parseClusterSpec';
import { schemaIssues, toClusterSpecIssue } from './schemaIssues';

/**
 * `status.yaml`: what exists after `terraform apply` (contract 2). Unknown
 * keys are left out, so that an older portal reads a newer status.
 */
export const clusterStatusSchema = z.object({
  apiVersion: z.literal(CLUSTERWORKS_API_VERSION),
  kind: z.literal('ClusterStatus'),
  metadata: z.object({ name: clusterNameSchema }),
  status: z.object({
    /** Name of the EKS cluster. */
    eksName: z.string().min(1, 'must not be empty'),
    accountId: accountIdSchema,
    /** `https://…`, without a path. */
    endpoint: z
      .string()
      .regex(
        /^https:\/\/[^/\s?#@]+\/?$/,
        'must be an https address without a path',
      ),
    /** PEM in base64. */
    certificateAuthority: z
      .string()
      .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64'),
    /** Name of Karpenter's SQS queue. */
    interruptionQueue: z.string().min(1, 'must not be empty'),
    /** RFC 3339. */
    appliedAt: z.iso.datetime({ offset: true }),
  }),
});

/** What exists after `terraform apply`. */
export type ClusterStatus = z.infer<typeof clusterStatusSchema>;

/**
 * Reads the text of `status.yaml`.
 *
 * @throws InputError that lists all problems with their paths.
 */
export function parseClusterStatusYaml(text: string): ClusterStatus {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new InputError(
      `The cluster status is not valid YAML: ${
        document.errors[0].message.split('\n')[0]
      }`,
    );
  }
  const input: unknown = document.toJS({ maxAliasCount: 20 });
  const issues = schemaIssues(clusterStatusSchema, input);
  if (issues.length > 0) {
    throw new InputError(
      `The cluster status has problems:\n${describeClusterSpecIssues(
        issues.map(toClusterSpecIssue),
      )}`,
    );
  }
  return clusterStatusSchema.parse(input);
}
