import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { CLUSTERWORKS_API_VERSION } from './clusterSpecSchema';
import { documentBoundIssues } from './documentBounds';
import { accountIdSchema, clusterNameSchema, text } from './leafSchemas';
import { describeClusterSpecIssues } from './parseClusterSpec';
import { readBoundedYaml } from './readBoundedYaml';
import { schemaIssues, toClusterSpecIssue } from './schemaIssues';

/**
 * `status.yaml`: what exists after `terraform apply`. Unknown
 * keys are left out, so that an older portal reads a newer status.
 *
 * @public
 */
export const clusterStatusSchema = z.object({
  apiVersion: z.literal(CLUSTERWORKS_API_VERSION),
  kind: z.literal('ClusterStatus'),
  metadata: z.object({ name: clusterNameSchema }),
  status: z.object({
    /** Name of the EKS cluster. */
    eksName: text(100).min(1, 'must not be empty'),
    accountId: accountIdSchema,
    /** `https://…`, without a path. */
    endpoint: text(300).regex(
      /^https:\/\/[^/\s?#@]+\/?$/,
      'must be an https address without a path',
    ),
    /** PEM in base64. */
    certificateAuthority: text(16_000).regex(
      /^[A-Za-z0-9+/]+={0,2}$/,
      'must be base64',
    ),
    /** Name of Karpenter's SQS queue. */
    interruptionQueue: text(80).min(1, 'must not be empty'),
    /** RFC 3339. */
    appliedAt: z.iso.datetime({ offset: true }).max(40),
  }),
});

/**
 * What exists after `terraform apply`.
 *
 * @public
 */
export type ClusterStatus = z.infer<typeof clusterStatusSchema>;

/**
 * Reads the text of `status.yaml`.
 *
 * @throws InputError that lists all problems with their paths.
 *
 * @public
 */
export function parseClusterStatusYaml(yaml: string): ClusterStatus {
  const { problems, input } = readBoundedYaml(yaml);
  if (problems.length > 0) {
    throw new InputError(`The cluster status ${problems.join('; ')}`);
  }
  const oversize = documentBoundIssues(input);
  const issues =
    oversize.length > 0 ? oversize : schemaIssues(clusterStatusSchema, input);
  if (issues.length > 0) {
    throw new InputError(
      `The cluster status has problems:\n${describeClusterSpecIssues(
        issues.map(toClusterSpecIssue),
      )}`,
    );
  }
  return clusterStatusSchema.parse(input);
}
