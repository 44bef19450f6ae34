import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** The name of a file, and the output of an AWS CLI command in it. */
export type Output = [file: string, value: unknown];

/** The account of every described cluster. */
export const ACCOUNT = '123456789012';

/** The security group of the control plane that the EKS module makes. */
export const CONTROL_PLANE_GROUP = 'sg-0123456789abcdef0';

/** An ARN in the partition of a cluster. */
export function arnOf(
  { spec }: ResolvedClusterSpec,
  service: string,
  rest: string,
): string {
  return `arn:${spec.partition}:${service}:${rest}`;
}
