import { Fields } from '../Fields';
import { MetaFacts, readMeta } from './meta';

/** One elastic network interface of a node. */
export interface EniFacts {
  id: string;
  /** 0 is the primary interface; the API leaves it out there. */
  number: number;
  ip?: string;
  /** Holds every address of the prefixes too (facts/cilium-observed.md 3). */
  addresses: string[];
  prefixes: string[];
  subnetId?: string;
  subnetCidr?: string;
  zone?: string;
  vpcId?: string;
  securityGroups: string[];
}

/** What is kept of a CiliumNode. */
export interface CiliumNodeFacts extends MetaFacts {
  instanceId?: string;
  internalIp?: string;
  /** Set by the agent once it has addresses: the sign that it is up. */
  ciliumInternalIp?: string;
  instanceType?: string;
  zone?: string;
  nodeSubnetId?: string;
  firstInterfaceIndex?: number;
  usePrimaryAddress: boolean;
  disablePrefixDelegation: boolean;
  /** Addresses of `spec.ipam.pool`. */
  pool: string[];
  preAllocate?: number;
  minAllocate?: number;
  maxAllocate?: number;
  /** `spec.ipam.pools.requested[default].needed.ipv4-addrs` (1.20). */
  requestedIpv4?: number;
  /** `spec.ipam.pools.allocated[default].cidrs` (1.20). */
  allocatedCidrs?: string[];
  /** False on a node that the operator has not written to. */
  hasStatus: boolean;
  enis: EniFacts[];
  /** Address and owner of `status.ipam.used`; absent when the key is. */
  used?: { ip: string; owner?: string }[];
  releaseIps: Record<string, string>;
  operatorError?: string;
}

/** Reads a CiliumNode (cilium.io/v2). */
export function readCiliumNode(object: Fields): CiliumNodeFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  const eni = spec.object('eni');
  const ipam = spec.object('ipam');
  const statusIpam = status.object('ipam');
  const addresses = spec.objects('addresses');
  const addressOf = (type: string) =>
    addresses.find(address => address.text('type') === type)?.text('ip');
  return {
    ...readMeta(object),
    instanceId: spec.text('instance-id'),
    internalIp: addressOf('InternalIP'),
    ciliumInternalIp: addressOf('CiliumInternalIP'),
    instanceType: eni.text('instance-type'),
    zone: eni.text('availability-zone'),
    nodeSubnetId: eni.text('node-subnet-id'),
    firstInterfaceIndex: eni.count('first-interface-index'),
    usePrimaryAddress: eni.flag('use-primary-address') ?? false,
    disablePrefixDelegation: eni.flag('disable-prefix-delegation') ?? false,
    pool: ipam.object('pool').keys(),
    preAllocate: ipam.count('pre-allocate'),
    minAllocate: ipam.count('min-allocate'),
    maxAllocate: ipam.count('max-allocate'),
    ...readDefaultPool(ipam.object('pools')),
    hasStatus: object.has('status'),
    enis: readEnis(status.object('eni').object('enis')),
    used: statusIpam.has('used')
      ? readUsed(statusIpam.object('used'))
      : undefined,
    releaseIps: statusIpam.textMap('release-ips'),
    operatorError:
      statusIpam.object('operator-status').text('error') || undefined,
  };
}

function readDefaultPool(
  pools: Fields,
): Pick<CiliumNodeFacts, 'requestedIpv4' | 'allocatedCidrs'> {
  const byName = (key: string) =>
    pools.objects(key).find(pool => pool.text('pool') === 'default');
  const allocated = byName('allocated');
  return {
    requestedIpv4: byName('requested')?.object('needed').count('ipv4-addrs'),
    allocatedCidrs: allocated ? allocated.texts('cidrs') : undefined,
  };
}

function readEnis(enis: Fields): EniFacts[] {
  return enis.keys().map(id => {
    const eni = enis.object(id);
    const subnet = eni.object('subnet');
    return {
      id,
      number: eni.count('number') ?? 0,
      ip: eni.text('ip'),
      addresses: eni.texts('addresses'),
      prefixes: eni.texts('prefixes'),
      subnetId: subnet.text('id'),
      subnetCidr: subnet.text('cidr'),
      zone: eni.text('availability-zone'),
      vpcId: eni.object('vpc').text('id'),
      securityGroups: eni.texts('security-groups'),
    };
  });
}

function readUsed(used: Fields): { ip: string; owner?: string }[] {
  return used.keys().map(ip => ({ ip, owner: used.object(ip).text('owner') }));
}
