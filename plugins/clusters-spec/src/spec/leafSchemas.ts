import { z } from 'zod';
import { describeCidrProblem } from '../cidr';
import {
  compareQuantities,
  parseQuantity,
  tryParseQuantity,
} from '../quantity';
import { awsRegions, findRegion } from '../regions';

/** A string of bounded length. */
export function text(longest: number) {
  return z.string().max(longest, `must have at most ${longest} characters`);
}

/** A string that must match a pattern, with a message that shows an example. */
export function pattern(expression: RegExp, longest: number, message: string) {
  return text(longest).regex(expression, message);
}

/** A list of bounded length. */
export function list<Item extends z.ZodType>(item: Item, longest: number) {
  return z.array(item).max(longest, `may have at most ${longest} entries`);
}

/** A mapping with a bounded number of keys. */
export function mapping<
  Key extends z.core.$ZodRecordKey,
  Value extends z.ZodType,
>(key: Key, value: Value, most: number) {
  return z
    .record(key, value)
    .refine(
      entries => Object.keys(entries).length <= most,
      `may have at most ${most} keys`,
    )
    .meta({ maxProperties: most });
}

/** A whole number in a range. */
export function whole(least: number, most: number) {
  return z.number().int().min(least).max(most);
}

/** Name of a cluster: unique in the fleet, also a Cilium cluster name. */
export const clusterNameSchema = text(32)
  .regex(
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    'must start with a letter, end with a letter or digit, and hold only lower-case letters, digits and "-"',
  )
  .refine(
    name => name !== 'default',
    'must not be "default": Cilium would then share its ENI clean-up tag with other clusters',
  );

/** Name of an environment: a folder. */
export const environmentSchema = pattern(
  /^[a-z]([-a-z0-9]{0,30}[a-z0-9])?$/,
  32,
  'must be a folder name such as "dev": 1 to 32 lower-case letters, digits and "-", starting with a letter',
);

/** Name of a node pool. Leaves room for the suffix `-spot`. */
export const poolNameSchema = text(50).regex(
  /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  'must start with a letter, end with a letter or digit, and hold only lower-case letters, digits and "-"',
);

/** A DNS label, such as a namespace. */
export const dnsLabelSchema = text(63).regex(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  'must hold only lower-case letters, digits and "-", and start and end with a letter or digit',
);

const NAMESPACE = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const ENTITY_NAME = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';

/** An entity reference: `[kind:][namespace/]name`, as the catalog reads it. */
function entityRef(kinds: string) {
  return new RegExp(`^((${kinds}):)?(${NAMESPACE}/)?${ENTITY_NAME}$`);
}

/** Entity reference of a group or user. */
export const ownerSchema = pattern(
  entityRef('[Gg]roup|[Uu]ser'),
  140,
  'must be the reference of a group or user, such as "group:default/payments"',
);

/** Entity reference of a system. */
export const systemSchema = pattern(
  entityRef('[Ss]ystem'),
  140,
  'must be the name or the reference of a system, such as "payments"',
);

/** One line for people. */
export const descriptionSchema = text(1_000);

/** AWS region from the region data file. */
export const regionSchema = text(32)
  .refine(name => findRegion(name) !== undefined, {
    error: 'must be an AWS region that offers EKS',
  })
  .meta({ examples: awsRegions.map(region => region.name) });

/** AWS account id: a string, so that leading zeros stay. */
export const accountIdSchema = pattern(
  /^\d{12}$/,
  12,
  'must be 12 digits in quotes, such as "123456789012"',
);

/**
 * ARN of an IAM role in any partition. This is the only pattern for role ARNs;
 * use `accountOfRole` to read the account of an ARN.
 *
 * @public
 */
export const roleArnSchema = pattern(
  /^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
  600,
  'must be the ARN of an IAM role, such as arn:aws:iam::123456789012:role/backstage',
);

/** Kubernetes minor version, in quotes. */
export const kubernetesVersionSchema = pattern(
  /^1\.\d{1,3}$/,
  8,
  'must be a minor version in quotes, such as "1.35"',
);

/** Full version of a chart, without a leading `v`. */
export const releaseVersionSchema = pattern(
  /^\d+\.\d+\.\d+$/,
  32,
  'must be a full version without a leading "v", such as 1.14.3',
);

/** Release of Amazon Linux images for EKS, as Karpenter's aliases name it. */
export const imageReleaseSchema = pattern(
  /^v20\d{6}$/,
  9,
  'must be a release of EKS images such as v20261112',
);

/** Release of Bottlerocket, as Karpenter's aliases name it. */
export const bottlerocketReleaseSchema = pattern(
  /^v1\.\d{1,3}\.\d{1,3}$/,
  12,
  'must be a release of Bottlerocket such as v1.50.0',
);

/** IPv4 network in CIDR notation. */
export const cidrSchema = text(18).superRefine((cidr, context) => {
  const problem = describeCidrProblem(cidr);
  if (problem) {
    context.addIssue({ code: 'custom', message: problem });
  }
});

/** EC2 instance type. */
export const instanceTypeSchema = pattern(
  /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/,
  64,
  'must be an EC2 instance type such as m6i.large',
);

/** EC2 instance family. */
export const instanceFamilySchema = pattern(
  /^[a-z][a-z0-9-]*$/,
  32,
  'must be an EC2 instance family such as g5',
);

/** Kubernetes keeps quantities as 64-bit integers. */
const LARGEST_QUANTITY = parseQuantity('8Ei');

/** A Kubernetes quantity that is not negative. */
export const quantitySchema = text(32).refine(amount => {
  const quantity = amount.length > 32 ? undefined : tryParseQuantity(amount);
  return (
    quantity !== undefined &&
    quantity.nano >= BigInt(0) &&
    compareQuantities(quantity, LARGEST_QUANTITY) < 0
  );
}, 'must be a Kubernetes quantity below 8Ei such as "500", "250m" or "4000Gi"');

/** A duration as Karpenter reads it, or `Never`. */
export const durationOrNeverSchema = pattern(
  /^(([0-9]{1,9}(s|m|h))+|Never)$/,
  32,
  'must be a duration such as 30s, 5m or 1h30m, or Never',
);

/** A time in UTC, to the minute or the second. */
export const utcTimeSchema = pattern(
  /^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?Z$/,
  20,
  'must be a time in UTC such as 2026-12-24T18:00Z',
).refine(
  time => !Number.isNaN(Date.parse(time)),
  'must be a time that exists, such as 2026-12-24T18:00Z',
);

/** Label or tag key and value limits come from Kubernetes. */
export const labelValueSchema = pattern(
  /^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$/,
  63,
  'must be a label value: at most 63 letters, digits, "-", "_" and "."',
);

/** A Kubernetes label key, with an optional domain. */
export const labelKeySchema = text(316).regex(
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
  'must be a label key such as example.com/team',
);
