import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { describeCidrProblem } from '../cidr';
import { tryParseQuantity } from '../quantity';
import { awsRegions, findRegion } from '../regions';

/** A string that must match a pattern, with a message that shows an example. */
function pattern(expression: RegExp, message: string) {
  return z.string().regex(expression, message);
}

/** Name of a cluster: unique in the fleet, also a Cilium cluster name. */
export const clusterNameSchema = z
  .string()
  .max(32, 'must have at most 32 characters')
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
  'must be a folder name such as "dev": 1 to 32 lower-case letters, digits and "-", starting with a letter',
);

/** Name of a node pool. Leaves room for the suffix `-spot`. */
export const poolNameSchema = z
  .string()
  .max(50, 'must have at most 50 characters')
  .regex(
    /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
    'must start with a letter, end with a letter or digit, and hold only lower-case letters, digits and "-"',
  );

/** A DNS label, such as a namespace. */
export const dnsLabelSchema = z
  .string()
  .max(63, 'must have at most 63 characters')
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    'must hold only lower-case letters, digits and "-", and start and end with a letter or digit',
  );

function isOwnerRef(text: string): boolean {
  try {
    const { kind } = parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return ['group', 'user'].includes(kind.toLocaleLowerCase('en-US'));
  } catch {
    return false;
  }
}

/** Entity reference of a group or user. */
export const ownerSchema = z
  .string()
  .refine(
    isOwnerRef,
    'must be the reference of a group or user, such as "group:default/payments"',
  );

/** AWS region from the region data file. */
export const regionSchema = z
  .string()
  .refine(name => findRegion(name) !== undefined, {
    error: 'must be an AWS region that offers EKS',
  })
  .meta({ examples: awsRegions.map(region => region.name) });

/** AWS account id: a string, so that leading zeros stay. */
export const accountIdSchema = pattern(
  /^\d{12}$/,
  'must be 12 digits in quotes, such as "123456789012"',
);

/** ARN of an IAM role in any partition. */
export const roleArnSchema = pattern(
  /^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
  'must be the ARN of an IAM role, such as arn:aws:iam::123456789012:role/backstage',
);

/** Kubernetes minor version, in quotes. */
export const kubernetesVersionSchema = pattern(
  /^1\.\d{1,3}$/,
  'must be a minor version in quotes, such as "1.35"',
);

/** Full version of a chart, without a leading `v`. */
export const releaseVersionSchema = pattern(
  /^\d+\.\d+\.\d+$/,
  'must be a full version without a leading "v", such as 1.14.3',
);

/** IPv4 network in CIDR notation. */
export const cidrSchema = z.string().superRefine((text, context) => {
  const problem = describeCidrProblem(text);
  if (problem) {
    context.addIssue({ code: 'custom', message: problem });
  }
});

/** EC2 instance type. */
export const instanceTypeSchema = pattern(
  /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/,
  'must be an EC2 instance type such as m6i.large',
);

/** EC2 instance family. */
export const instanceFamilySchema = pattern(
  /^[a-z][a-z0-9-]*$/,
  'must be an EC2 instance family such as g5',
);

/** A Kubernetes quantity that is not negative. */
export const quantitySchema = z.string().refine(text => {
  const quantity = tryParseQuantity(text);
  return quantity !== undefined && quantity.nano >= BigInt(0);
}, 'must be a Kubernetes quantity such as "500", "250m" or "4000Gi"');

/** A duration as Karpenter reads it, or `Never`. */
export const durationOrNeverSchema = pattern(
  /^(([0-9]+(s|m|h))+|Never)$/,
  'must be a duration such as 30s, 5m or 1h30m, or Never',
);

/** Label or tag key and value limits come from Kubernetes. */
export const labelValueSchema = pattern(
  /^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$/,
  'must be a label value: at most 63 letters, digits, "-", "_" and "."',
);

/** A Kubernetes label key, with an optional domain. */
export const labelKeySchema = z
  .string()
  .max(316, 'must have at most 316 characters')
  .regex(
    /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
    'must be a label key such as example.com/team',
  );
