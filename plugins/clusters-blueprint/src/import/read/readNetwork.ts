import { endpointServices } from '@clusterworks/plugin-clusters-spec';
import { awsCommands } from '../aws/awsOutputs';
import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';
import { nodeSubnetsOf } from './nodeSubnetsOf';
import { nodeZones } from './nodeZones';
import { readEndpoint } from './readEndpoint';

const NETWORK = 'spec.network';

/** The range of the VPC, then the others that are associated with it. */
function rangesOf({ aws: { vpc } }: ImportFacts): string[] {
  const others = vpc.CidrBlockAssociationSet.filter(
    ({ CidrBlock, CidrBlockState }) =>
      CidrBlock !== vpc.CidrBlock &&
      (CidrBlockState?.State ?? 'associated') === 'associated',
  ).map(({ CidrBlock }) => CidrBlock);
  return [vpc.CidrBlock, ...others];
}

/** Whether the blueprint made the VPC for this cluster. */
export function hasVpcOfBlueprint({ aws }: ImportFacts): boolean {
  return aws.vpc.Tags['clusterworks.dev/cluster'] === aws.cluster.name;
}

function readInterfaceEndpoints(facts: ImportFacts, draft: SpecDraft): void {
  const path = `${NETWORK}.interfaceEndpoints`;
  const endpoints = facts.aws.vpcEndpoints;
  if (facts.aws.region.startsWith('cn-')) {
    return;
  }
  if (!endpoints) {
    draft.ask(
      path,
      'Which AWS services does the VPC reach through endpoints?',
      {
        command: awsCommands.VpcEndpoints,
      },
    );
    return;
  }
  const prefix = `com.amazonaws.${facts.aws.region}.`;
  const found = endpoints
    .filter(({ VpcEndpointType }) => VpcEndpointType === 'Interface')
    .map(({ ServiceName }) => ServiceName);
  const known = endpointServices.filter(service =>
    found.includes(`${prefix}${service}`),
  );
  if (known.length > 0) {
    draft.set(path, known);
  }
  for (const service of found) {
    if (!known.some(each => service === `${prefix}${each}`)) {
      draft.differ(
        `VPC endpoint ${service}`,
        'is none of the services that spec.network.interfaceEndpoints knows',
      );
    }
  }
}

function readOwnVpc(facts: ImportFacts, draft: SpecDraft): void {
  const { natGateways } = facts.aws;
  const zones = nodeZones(facts);
  if (zones.names.length < 2) {
    draft.ask(
      `${NETWORK}.zones`,
      'Which zones do the nodes use, in the order of their subnets?',
      { command: awsCommands.Subnets },
    );
  } else {
    draft.set(`${NETWORK}.zones`, zones.names);
    draft.set(`${NETWORK}.nodesInPublicSubnets`, zones.isPublic);
  }
  const running = natGateways?.filter(({ State }) => State === 'available');
  if (running?.length) {
    draft.set(
      `${NETWORK}.natGateways`,
      running.length === 1 ? 'single' : 'perZone',
    );
  } else {
    draft.ask(
      `${NETWORK}.natGateways`,
      'Does the VPC have one NAT gateway, or one in each zone?',
      { command: awsCommands.NatGateways },
    );
  }
  readInterfaceEndpoints(facts, draft);
  draft.ask(
    `${NETWORK}.ipamPoolId`,
    'Which IPAM pool was the range of the VPC allocated from? Another answer than the true one replaces the VPC.',
    { optional: true },
  );
}

function readExistingVpc(facts: ImportFacts, draft: SpecDraft): void {
  const { vpc, cluster } = facts.aws;
  const nodeSubnets = nodeSubnetsOf(facts, draft);
  draft.set(`${NETWORK}.existing.vpcId`, vpc.VpcId);
  if (nodeSubnets.length > 0) {
    draft.set(`${NETWORK}.existing.nodeSubnetIds`, nodeSubnets);
  } else {
    draft.ask(
      `${NETWORK}.existing.nodeSubnetIds`,
      'Which subnets are nodes launched into? The capture has no EC2NodeClass with subnets, and there are no node groups.',
    );
  }
  draft.set(
    `${NETWORK}.existing.controlPlaneSubnetIds`,
    [...cluster.resourcesVpcConfig.subnetIds].sort(),
  );
}

/** VPC, subnets, and who reaches the API server. */
export function readNetwork(facts: ImportFacts, draft: SpecDraft): void {
  const [vpcCidr, ...secondaryCidrs] = rangesOf(facts);
  draft.set(`${NETWORK}.vpcCidr`, vpcCidr);
  if (secondaryCidrs.length > 0) {
    draft.set(`${NETWORK}.secondaryCidrs`, secondaryCidrs);
  }
  if (hasVpcOfBlueprint(facts)) {
    readOwnVpc(facts, draft);
  } else {
    readExistingVpc(facts, draft);
  }
  readEndpoint(facts, draft);
}
