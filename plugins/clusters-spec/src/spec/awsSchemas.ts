import { pattern } from './leafSchemas';

/** Version of an EKS add-on. */
export const addonVersionSchema = pattern(
  /^v\d+\.\d+\.\d+-eksbuild\.\d+$/,
  48,
  'must be a version of an EKS add-on such as v1.12.4-eksbuild.1',
);

/** ARN of a KMS key; aliases may move and are not taken. */
export const kmsKeyArnSchema = pattern(
  /^arn:(aws|aws-cn|aws-us-gov):kms:[a-z0-9-]+:\d{12}:key\/[a-zA-Z0-9-]{1,64}$/,
  160,
  'must be the ARN of a KMS key, such as arn:aws:kms:eu-west-1:123456789012:key/…',
);

/** Id of a hosted zone of Route 53. */
export const hostedZoneIdSchema = pattern(
  /^[A-Z0-9]{4,32}$/,
  32,
  'must be the id of a hosted zone, such as Z0123456789ABCDEFGHIJ',
);

/** A DNS name in lower case. */
export const hostNameSchema = pattern(
  /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+$/,
  253,
  'must be a DNS name such as example.com',
);

/** Id of a VPC. */
export const vpcIdSchema = pattern(
  /^vpc-[0-9a-f]{8,17}$/,
  24,
  'must be the id of a VPC, such as vpc-0123456789abcdef0',
);

/** Id of a subnet. */
export const subnetIdSchema = pattern(
  /^subnet-[0-9a-f]{8,17}$/,
  32,
  'must be the id of a subnet, such as subnet-0123456789abcdef0',
);

/** Id of a pool of Amazon VPC IPAM. */
export const ipamPoolIdSchema = pattern(
  /^ipam-pool-[0-9a-f]{8,17}$/,
  32,
  'must be the id of an IPAM pool, such as ipam-pool-0123456789abcdef0',
);

/** ARN of an IAM policy in any partition. */
export const policyArnSchema = pattern(
  /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/,
  600,
  'must be the ARN of an IAM policy, such as arn:aws:iam::123456789012:policy/boundary',
);
