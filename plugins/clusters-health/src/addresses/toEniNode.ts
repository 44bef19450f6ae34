import { CiliumNodeFacts, EniFacts } from '../snapshot';
import { defaultPreAllocate, EniInterface, EniNode } from './eniNode';

/** What the address arithmetic needs of a CiliumNode. */
export function toEniNode(node: CiliumNodeFacts): EniNode {
  return {
    name: node.name,
    zone: node.zone,
    instanceType: node.instanceType,
    firstInterfaceIndex: node.firstInterfaceIndex ?? 0,
    usePrimaryAddress: node.usePrimaryAddress,
    disablePrefixDelegation: node.disablePrefixDelegation,
    excludedInterfaces: 0,
    pool: node.pool.length,
    preAllocate: node.preAllocate || defaultPreAllocate,
    minAllocate: node.minAllocate ?? 0,
    maxAllocate: node.maxAllocate ?? 0,
    usedEntries: node.used?.length ?? 0,
    requested: node.requestedIpv4,
    releasing: releasing(node),
    interfaces: node.enis.map(toInterface),
  };
}

/** Most nodes release nothing: only then is the pool worth an index. */
function releasing(node: CiliumNodeFacts): number {
  const going = Object.keys(node.releaseIps);
  if (going.length === 0) {
    return 0;
  }
  const pool = new Set(node.pool);
  return going.filter(ip => pool.has(ip)).length;
}

function toInterface(eni: EniFacts): EniInterface {
  return {
    id: eni.id,
    number: eni.number,
    subnetId: eni.subnetId,
    subnetCidr: eni.subnetCidr,
    zone: eni.zone,
    addresses: eni.addresses.length,
    prefixes: eni.prefixes.length,
    ownAddressListed: eni.ip !== undefined && eni.addresses.includes(eni.ip),
  };
}
