import { awsCommands, type AwsOutput, type AwsOutputKey } from './awsOutputs';
import { listOf } from './listOf';
import type { AwsOutputs } from './readAwsOutputs';

type Cluster = AwsOutput<'cluster'>['cluster'];

/**
 * Compares a list with what was described of it: all of it must be there, and
 * nothing else.
 */
function listProblems(
  list: { key: AwsOutputKey; names: readonly string[] | undefined },
  described: { key: AwsOutputKey; names: readonly string[] },
): string[] {
  const { names } = list;
  if (!names) {
    return [`the output of ${awsCommands[list.key]} is missing`];
  }
  const command = awsCommands[described.key];
  return [
    ...names
      .filter(name => !described.names.includes(name))
      .map(name => `the output of ${command} for ${name} is missing`),
    ...described.names
      .filter(name => !names.includes(name))
      .map(
        name =>
          `the output of ${command} is of ${name}, which the list of ${
            awsCommands[list.key]
          } does not have`,
      ),
  ];
}

/** The outputs that name a cluster, and the name in them. */
function clusterNamesIn(outputs: AwsOutputs): [AwsOutputKey, string][] {
  return [
    ...outputs.nodegroup.map(({ nodegroup }): [AwsOutputKey, string] => [
      'nodegroup',
      nodegroup.clusterName,
    ]),
    ...outputs.addon.map(({ addon }): [AwsOutputKey, string] => [
      'addon',
      addon.clusterName,
    ]),
    ...outputs.accessEntry.map(({ accessEntry }): [AwsOutputKey, string] => [
      'accessEntry',
      accessEntry.clusterName,
    ]),
    ...outputs.associatedAccessPolicies.map(
      ({ clusterName }): [AwsOutputKey, string] => [
        'associatedAccessPolicies',
        clusterName,
      ],
    ),
  ];
}

/** Node groups and add-ons that were listed and not described, or otherwise. */
function listingProblems(outputs: AwsOutputs): string[] {
  return [
    ...listProblems(
      {
        key: 'nodegroups',
        names: listOf(outputs, 'nodegroups', output => output.nodegroups),
      },
      {
        key: 'nodegroup',
        names: outputs.nodegroup.map(
          ({ nodegroup }) => nodegroup.nodegroupName,
        ),
      },
    ),
    ...listProblems(
      {
        key: 'addons',
        names: listOf(outputs, 'addons', output => output.addons),
      },
      {
        key: 'addon',
        names: outputs.addon.map(({ addon }) => addon.addonName),
      },
    ),
  ];
}

/** The VPC and the subnets of the control plane that were not described. */
function networkProblems(
  outputs: AwsOutputs,
  { vpcId, subnetIds }: Cluster['resourcesVpcConfig'],
): string[] {
  const vpcs = outputs.Vpcs.flatMap(({ Vpcs }) => Vpcs);
  const subnets = outputs.Subnets.flatMap(({ Subnets }) => Subnets);
  const known = new Set(subnets.map(({ SubnetId }) => SubnetId));
  return [
    ...(vpcs.some(({ VpcId }) => VpcId === vpcId)
      ? []
      : [`the output of ${awsCommands.Vpcs} with ${vpcId} is missing`]),
    ...subnetIds
      .filter(id => !known.has(id))
      .map(id => `the output of ${awsCommands.Subnets} with ${id} is missing`),
  ];
}

/** Why the outputs do not describe one cluster completely. */
export function outputProblems(
  outputs: AwsOutputs,
  cluster: Cluster,
): string[] {
  return [
    ...networkProblems(outputs, cluster.resourcesVpcConfig),
    ...listingProblems(outputs),
    ...clusterNamesIn(outputs)
      .filter(([, name]) => name !== cluster.name)
      .map(
        ([key, name]) =>
          `the output of ${awsCommands[key]} is of the cluster ${name}, not of ${cluster.name}`,
      ),
  ];
}
