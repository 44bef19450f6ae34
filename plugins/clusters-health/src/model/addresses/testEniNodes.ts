import type { EniInterface, EniNode } from './eniNode';
import type { InstanceEniLimits } from './instanceEniLimits';

/** An interface for tests. */
export function eni(values: Partial<EniInterface> = {}): EniInterface {
  return {
    id: 'eni-1',
    number: 0,
    addresses: 0,
    prefixes: 0,
    ownAddressListed: false,
    ...values,
  };
}

/** A node for tests. */
export function eniNode(values: Partial<EniNode> = {}): EniNode {
  return {
    name: 'node-a',
    firstInterfaceIndex: 0,
    usePrimaryAddress: false,
    disablePrefixDelegation: false,
    excludedInterfaces: 0,
    pool: 0,
    preAllocate: 8,
    minAllocate: 0,
    maxAllocate: 0,
    usedEntries: 0,
    releasing: 0,
    interfaces: [],
    ...values,
  };
}

/** EC2's limits of m6i.large. */
export const m6iLarge: InstanceEniLimits = {
  interfaces: 3,
  interfacesOfAllCards: 3,
  ipv4PerInterface: 10,
  hypervisor: 'nitro',
  bareMetal: false,
};

/** EC2's limits of p5.48xlarge: two interfaces on each of 32 cards. */
export const p548xlarge: InstanceEniLimits = {
  interfaces: 2,
  interfacesOfAllCards: 64,
  ipv4PerInterface: 50,
  hypervisor: 'nitro',
  bareMetal: false,
};
