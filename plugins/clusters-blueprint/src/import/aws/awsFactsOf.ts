import { InputError } from '@backstage/errors';
import type { AwsFacts } from './AwsFacts';
import { awsCommands } from './awsOutputs';
import { listOf } from './listOf';
import { outputProblems } from './outputProblems';
import type { AwsOutputs } from './readAwsOutputs';

/**
 * Puts the outputs of one cluster together.
 *
 * @throws InputError with all problems when required outputs are missing, or
 *   are of another cluster.
 */
export function awsFactsOf(outputs: AwsOutputs): AwsFacts {
  const [first, ...more] = outputs.cluster;
  if (!first || more.length > 0) {
    throw new InputError(
      `The output of ${awsCommands.cluster} must be given once, it is given ${outputs.cluster.length} times`,
    );
  }
  const { cluster } = first;
  const { vpcId } = cluster.resourcesVpcConfig;
  const isOfVpc = ({ VpcId }: { VpcId: string }) => VpcId === vpcId;
  const vpc = outputs.Vpcs.flatMap(({ Vpcs }) => Vpcs).find(isOfVpc);
  const problems = outputProblems(outputs, cluster);
  if (!vpc || problems.length > 0) {
    throw new InputError(
      `The outputs of the AWS CLI do not go together:\n${problems.join('\n')}`,
    );
  }
  const [, , , region, accountId] = cluster.arn.split(':');
  return {
    cluster,
    region,
    accountId,
    vpc,
    subnets: outputs.Subnets.flatMap(({ Subnets }) => Subnets).filter(isOfVpc),
    nodegroups: outputs.nodegroup.map(({ nodegroup }) => nodegroup),
    addons: outputs.addon.map(({ addon }) => addon),
    securityGroupRules: listOf(
      outputs,
      'SecurityGroupRules',
      output => output.SecurityGroupRules,
    ),
    natGateways: listOf(outputs, 'NatGateways', output =>
      output.NatGateways.filter(isOfVpc),
    ),
    vpcEndpoints: listOf(outputs, 'VpcEndpoints', output =>
      output.VpcEndpoints.filter(isOfVpc),
    ),
    flowLogs: listOf(outputs, 'FlowLogs', output => output.FlowLogs),
    logGroups: listOf(outputs, 'logGroups', output => output.logGroups),
    launchTemplates: outputs.LaunchTemplateVersions.flatMap(
      ({ LaunchTemplateVersions }) => LaunchTemplateVersions,
    ),
    principals: listOf(
      outputs,
      'accessEntries',
      output => output.accessEntries,
    ),
    accessEntries: outputs.accessEntry.map(({ accessEntry }) => accessEntry),
    accessPolicies: outputs.associatedAccessPolicies,
    roles: outputs.Role.map(({ Role }) => Role),
  };
}
