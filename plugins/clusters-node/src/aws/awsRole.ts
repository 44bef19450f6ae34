import { roleArnSchema } from '@clusterworks/plugin-clusters-spec';

const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;

/**
 * The account of an IAM role, from its ARN; undefined when the text is no role
 * ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 *
 * @public
 */
export function accountOfRole(arn: string): string | undefined {
  const { success } = roleArnSchema.safeParse(arn);
  return success ? arn.split(':')[4] : undefined;
}

/**
 * Whether STS accepts a text as the external id for assuming a role.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 *
 * @public
 */
export function isExternalId(text: string): boolean {
  return EXTERNAL_ID.test(text);
}
