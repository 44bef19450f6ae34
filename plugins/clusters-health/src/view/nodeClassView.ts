import { NodeClassView } from '@clusterworks/plugin-clusters-common';
import { NodeClassFacts } from '../snapshot';
import { conditionView, notReadyBecause } from './conditionView';

/** ValidationSucceeded comes last: it fails whenever another one does. */
const readyParts = [
  'SubnetsReady',
  'SecurityGroupsReady',
  'AMIsReady',
  'InstanceProfileReady',
  'CapacityReservationsReady',
  'PlacementGroupReady',
  'ValidationSucceeded',
];

/** An EC2NodeClass and what its selectors found. */
export function nodeClassView(nodeClass: NodeClassFacts): NodeClassView {
  return {
    name: nodeClass.name,
    ready: conditionView(nodeClass, 'Ready'),
    notReadyBecause: notReadyBecause(nodeClass, readyParts),
    role: nodeClass.role,
    instanceProfile: nodeClass.instanceProfile,
    subnets: nodeClass.subnets.map(({ id, zone }) => ({ id, zone })),
    securityGroups: nodeClass.securityGroups.map(({ id, name }) => ({
      id,
      name,
    })),
    amis: nodeClass.amis.map(({ id, name, deprecated }) => ({
      id,
      name,
      deprecated,
    })),
  };
}
