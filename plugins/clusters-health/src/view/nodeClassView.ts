import type {
  NodeClassView,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import type { NodeClassFacts } from '../kinds';
import { conditionView, notReadyBecause } from './conditionView';

/**
 * ValidationSucceeded comes last, because it fails whenever another condition
 * fails.
 */
const readyParts = [
  'SubnetsReady',
  'SecurityGroupsReady',
  'AMIsReady',
  'InstanceProfileReady',
  'CapacityReservationsReady',
  'PlacementGroupReady',
  'ValidationSucceeded',
];

/**
 * An EC2NodeClass and the objects that its selectors found.
 *
 * @param subnets - addresses by subnet, from the interfaces of the cluster's
 *   nodes
 */
export function nodeClassView(
  nodeClass: NodeClassFacts,
  subnets: readonly SubnetAddressesView[],
): NodeClassView {
  return {
    name: nodeClass.name,
    ready: conditionView(nodeClass, 'Ready'),
    notReadyBecause: notReadyBecause(nodeClass, readyParts),
    role: nodeClass.role,
    tags: nodeClass.tags,
    instanceProfile: nodeClass.instanceProfile,
    subnets: nodeClass.subnets.map(({ id, zone }) => ({
      id,
      zone,
      room: subnets.find(one => one.subnetId === id)?.room.addresses,
    })),
    securityGroups: nodeClass.securityGroups.map(({ id, name }) => ({
      id,
      name,
    })),
    amis: nodeClass.amis.map(({ id, name, deprecated }) => ({
      id,
      name,
      deprecated,
      releasedOn: releaseDate(name),
    })),
  };
}

/**
 * The names of EKS AMIs contain their release:
 * `amazon-eks-node-al2023-…-1.35-v20261112`.
 */
function releaseDate(name: string | undefined): string | undefined {
  const match = /-v(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])$/.exec(name ?? '');
  return match ? match.slice(1).join('-') : undefined;
}
