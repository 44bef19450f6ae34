import { z } from 'zod';

/** Bounds of one value; AWS itself allows less of each. */
const LONGEST_TEXT = 2_048;
const MOST_ENTRIES = 5_000;

const text = z.string().max(LONGEST_TEXT);
const optionalText = text.nullish();
const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item).max(MOST_ENTRIES);
const optionalList = <Item extends z.ZodType>(item: Item) =>
  list(item)
    .nullish()
    .transform(items => items ?? []);
const count = z.number().int().min(0).max(1_000_000);
const port = z.number().int().min(-1).max(65_535);

/** Tags of EKS, a mapping. */
const tagMap = z
  .record(text, text)
  .refine(
    tags => Object.keys(tags).length <= 200,
    'may have at most 200 entries',
  )
  .nullish()
  .transform(tags => tags ?? {});

/** Tags of EC2, a list of keys and values. */
const tagList = optionalList(z.object({ Key: text, Value: text })).transform(
  tags => Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])),
);

const clusterSchema = z.object({
  name: text,
  arn: text.regex(
    /^arn:(aws|aws-cn|aws-us-gov):eks:[a-z0-9-]+:\d{12}:cluster\/.+$/,
    'must be the ARN of an EKS cluster',
  ),
  version: text,
  roleArn: text,
  tags: tagMap,
  resourcesVpcConfig: z.object({
    vpcId: text,
    subnetIds: list(text),
    securityGroupIds: optionalList(text),
    clusterSecurityGroupId: optionalText,
    endpointPublicAccess: z.boolean(),
    endpointPrivateAccess: z.boolean(),
    publicAccessCidrs: optionalList(text),
  }),
  kubernetesNetworkConfig: z.object({ ipFamily: optionalText }).nullish(),
  logging: z
    .object({
      clusterLogging: optionalList(
        z.object({ types: optionalList(text), enabled: z.boolean().nullish() }),
      ),
    })
    .nullish(),
  encryptionConfig: optionalList(
    z.object({ provider: z.object({ keyArn: optionalText }).nullish() }),
  ),
  accessConfig: z.object({ authenticationMode: optionalText }).nullish(),
  computeConfig: z.object({ enabled: z.boolean().nullish() }).nullish(),
  upgradePolicy: z.object({ supportType: optionalText }).nullish(),
  deletionProtection: z.boolean().nullish(),
});

const nodegroupSchema = z.object({
  nodegroupName: text,
  clusterName: text,
  scalingConfig: z.object({ minSize: count, maxSize: count }),
  instanceTypes: optionalList(text),
  subnets: optionalList(text),
  diskSize: count.nullish(),
  taints: optionalList(z.object({ key: optionalText })),
  launchTemplate: z
    .object({ id: optionalText, version: optionalText })
    .nullish(),
});

const addonSchema = z.object({
  addonName: text,
  clusterName: text,
  addonVersion: text,
});

const vpcSchema = z.object({
  VpcId: text,
  CidrBlock: text,
  CidrBlockAssociationSet: optionalList(
    z.object({
      CidrBlock: text,
      CidrBlockState: z.object({ State: text }).nullish(),
    }),
  ),
  Tags: tagList,
});

const subnetSchema = z.object({
  SubnetId: text,
  VpcId: text,
  CidrBlock: text,
  AvailabilityZone: text,
  MapPublicIpOnLaunch: z.boolean().nullish(),
  Tags: tagList,
});

const securityGroupRuleSchema = z.object({
  GroupId: text,
  IsEgress: z.boolean(),
  IpProtocol: text,
  FromPort: port.nullish(),
  ToPort: port.nullish(),
  CidrIpv4: optionalText,
  CidrIpv6: optionalText,
  PrefixListId: optionalText,
});

const natGatewaySchema = z.object({ VpcId: text, State: text });

const vpcEndpointSchema = z.object({
  VpcId: text,
  VpcEndpointType: text,
  ServiceName: text,
});

const flowLogSchema = z.object({ ResourceId: text });

const logGroupSchema = z.object({
  logGroupName: text,
  retentionInDays: count.nullish(),
});

const launchTemplateVersionSchema = z.object({
  LaunchTemplateId: text,
  VersionNumber: count,
  LaunchTemplateData: z.object({
    InstanceType: optionalText,
    BlockDeviceMappings: optionalList(
      z.object({
        Ebs: z
          .object({ VolumeSize: count.nullish(), KmsKeyId: optionalText })
          .nullish(),
      }),
    ),
  }),
});

const accessEntrySchema = z.object({
  clusterName: text,
  principalArn: text,
  kubernetesGroups: optionalList(text),
  type: optionalText,
});

const roleSchema = z.object({
  Arn: text,
  PermissionsBoundary: z.object({ PermissionsBoundaryArn: text }).nullish(),
});

/**
 * The outputs of the AWS CLI that are read, by the key that tells what an
 * output is. Other fields of an output are left out.
 */
export const awsOutputs = {
  cluster: z.object({ cluster: clusterSchema }),
  nodegroups: z.object({ nodegroups: list(text) }),
  nodegroup: z.object({ nodegroup: nodegroupSchema }),
  addons: z.object({ addons: list(text) }),
  addon: z.object({ addon: addonSchema }),
  Vpcs: z.object({ Vpcs: list(vpcSchema) }),
  Subnets: z.object({ Subnets: list(subnetSchema) }),
  SecurityGroupRules: z.object({
    SecurityGroupRules: list(securityGroupRuleSchema),
  }),
  NatGateways: z.object({ NatGateways: list(natGatewaySchema) }),
  VpcEndpoints: z.object({ VpcEndpoints: list(vpcEndpointSchema) }),
  FlowLogs: z.object({ FlowLogs: list(flowLogSchema) }),
  logGroups: z.object({ logGroups: list(logGroupSchema) }),
  LaunchTemplateVersions: z.object({
    LaunchTemplateVersions: list(launchTemplateVersionSchema),
  }),
  accessEntries: z.object({ accessEntries: list(text) }),
  accessEntry: z.object({ accessEntry: accessEntrySchema }),
  associatedAccessPolicies: z.object({
    clusterName: text,
    principalArn: text,
    associatedAccessPolicies: list(
      z.object({
        policyArn: text,
        accessScope: z.object({ type: optionalText }).nullish(),
      }),
    ),
  }),
  Role: z.object({ Role: roleSchema }),
} as const;

/** The key that tells what an output is. */
export type AwsOutputKey = keyof typeof awsOutputs;

/** The parsed outputs of one command, in the order of the files. */
export type AwsOutput<Key extends AwsOutputKey> = z.infer<
  (typeof awsOutputs)[Key]
>;

/** The command that prints each output, for messages. */
export const awsCommands: Record<AwsOutputKey, string> = {
  cluster: 'aws eks describe-cluster',
  nodegroups: 'aws eks list-nodegroups',
  nodegroup: 'aws eks describe-nodegroup',
  addons: 'aws eks list-addons',
  addon: 'aws eks describe-addon',
  Vpcs: 'aws ec2 describe-vpcs',
  Subnets: 'aws ec2 describe-subnets',
  SecurityGroupRules: 'aws ec2 describe-security-group-rules',
  NatGateways: 'aws ec2 describe-nat-gateways',
  VpcEndpoints: 'aws ec2 describe-vpc-endpoints',
  FlowLogs: 'aws ec2 describe-flow-logs',
  logGroups: 'aws logs describe-log-groups',
  LaunchTemplateVersions: 'aws ec2 describe-launch-template-versions',
  accessEntries: 'aws eks list-access-entries',
  accessEntry: 'aws eks describe-access-entry',
  associatedAccessPolicies: 'aws eks list-associated-access-policies',
  Role: 'aws iam get-role',
};
