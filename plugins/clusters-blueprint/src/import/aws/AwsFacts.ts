import type { AwsOutput } from './awsOutputs';

/**
 * What AWS says of one cluster. A list is undefined when no output with it was
 * given: then nothing is known of it.
 */
export type AwsFacts = {
  cluster: AwsOutput<'cluster'>['cluster'];
  region: string;
  accountId: string;
  vpc: AwsOutput<'Vpcs'>['Vpcs'][number];
  /** Of the cluster's VPC only. */
  subnets: AwsOutput<'Subnets'>['Subnets'];
  nodegroups: AwsOutput<'nodegroup'>['nodegroup'][];
  addons: AwsOutput<'addon'>['addon'][];
  securityGroupRules?: AwsOutput<'SecurityGroupRules'>['SecurityGroupRules'];
  natGateways?: AwsOutput<'NatGateways'>['NatGateways'];
  vpcEndpoints?: AwsOutput<'VpcEndpoints'>['VpcEndpoints'];
  flowLogs?: AwsOutput<'FlowLogs'>['FlowLogs'];
  logGroups?: AwsOutput<'logGroups'>['logGroups'];
  launchTemplates: AwsOutput<'LaunchTemplateVersions'>['LaunchTemplateVersions'];
  /** Principals with an access entry. */
  principals?: string[];
  accessEntries: AwsOutput<'accessEntry'>['accessEntry'][];
  accessPolicies: AwsOutput<'associatedAccessPolicies'>[];
  roles: AwsOutput<'Role'>['Role'][];
};
