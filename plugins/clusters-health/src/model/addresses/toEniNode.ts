import type { CiliumNodeFacts, EniFacts } from '../../kinds';
import type { EniInterface, EniNode } from './eniNode';
import { defaultPreAllocate } from './eniNode';

/** The values of a CiliumNode from which its addresses are computed. */
export function toEniNode(node: CiliumNodeFacts): EniNode {
  return {
    name: node.name,
    zone: node.zone,
    instanceType: node.instanceType,
    firstInterfaceIndex: node.firstInterfaceIndex ?? 0,
    usePrimaryAddress: node.usePrimaryAddress,
    disablePrefixDelegation: node.disablePrefixDelegation,
    excludedInterfaces: 0,
    pool: node.pool,
    preAllocate: node.preAllocate || defaultPreAllocate,
    minAllocate: node.minAllocate ?? 0,
    maxAllocate: node.maxAllocate ?? 0,
    usedEntries: node.used ?? 0,
    requested: node.requestedIpv4,
    releasing: Object.keys(node.releaseIps).length,
    interfaces: node.enis.map(toInterface),
  };
}

function toInterface(eni: EniFacts): EniInterface {
  return {
    id: eni.id,
    number: eni.number,
    subnetId: eni.subnetId,
    subnetCidr: eni.subnetCidr,
    zone: eni.zone,
    addresses: eni.addresses,
    prefixes: eni.prefixes,
    ownAddressListed: eni.ownAddressListed,
  };
}
