import { testCluster, type Subnet } from '../base/ClusterFacts';
import { type InstanceFacts, instanceFacts } from './instanceFacts';

/** How EC2 sells an instance. */
export type CapacityType = 'spot' | 'on-demand';

/** An EC2 instance, as everything that runs on it knows it. */
export interface Instance {
  id: string;
  facts: InstanceFacts;
  capacityType: CapacityType;
  subnet: Subnet;
  ip: string;
  bootId: string;
}

/** Tests run Cilium's agent, but no other pod in the host network. */
const ABSENT_HOST_PODS = 2;

/** An address that is the same for the same name. */
function addressOf(name: string): string {
  let hash = 7;
  for (const character of name) {
    hash = (hash * 31 + character.charCodeAt(0)) % 4000;
  }
  return `10.0.${Math.floor(hash / 250)}.${(hash % 250) + 4}`;
}

/** The instance behind a node of some name: an m6i.large on demand. */
export function instance(
  name: string,
  change: Partial<Omit<Instance, 'facts'>> & { type?: string } = {},
): Instance {
  const { type = 'm6i.large', ...rest } = change;
  const facts = instanceFacts(type, testCluster.prefixDelegation);
  return {
    id: `i-${name}`,
    facts: { ...facts, maxPods: facts.maxPods - ABSENT_HOST_PODS },
    capacityType: 'on-demand',
    subnet: testCluster.subnets[0],
    ip: addressOf(name),
    bootId: `boot-${name}`,
    ...rest,
  };
}

/** The `providerID` of an instance's Node and NodeClaim. */
export function providerId({ id, subnet }: Instance): string {
  return `aws:///${subnet.zone}/${id}`;
}
