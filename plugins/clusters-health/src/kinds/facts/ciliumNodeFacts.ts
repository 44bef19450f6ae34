import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plain, plainFields, plainMap } from '../plainFields';
import { OwnedFacts, ownedFields, readOwned } from './meta';

/** One elastic network interface of a node. */
export interface EniFacts {
  id: string;
  /** 0 is the primary interface; the API leaves it out there. */
  number: number;
  /**
   * Addresses that are listed; those of the prefixes too.
   */
  addresses: number;
  /** Whether the interface's own address is among them. */
  ownAddressListed: boolean;
  /** Of the addresses, those in `status.ipam.used`. */
  used: number;
  /** Prefixes that are listed. */
  prefixes: number;
  subnetId?: string;
  subnetCidr?: string;
  zone?: string;
}

/** What is kept of a CiliumNode. */
export interface CiliumNodeFacts extends OwnedFacts {
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
  /** Addresses in `spec.ipam.pool`. */
  pool: number;
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
  /** Addresses in `status.ipam.used`; absent when the key is. */
  used?: number;
  /** Addresses of the pool in `status.ipam.release-ips`, each with its state. */
  releaseIps: Record<string, string>;
  operatorError?: string;
}

/** What `readCiliumNode` reads. */
export const ciliumNodeFields: WantedFields = {
  ...ownedFields,
  spec: {
    ...plainFields('instance-id'),
    addresses: plainFields('type', 'ip'),
    eni: plainFields(
      'instance-type',
      'availability-zone',
      'node-subnet-id',
      'first-interface-index',
      'use-primary-address',
      'disable-prefix-delegation',
    ),
    ipam: {
      ...plainFields('pre-allocate', 'min-allocate', 'max-allocate'),
      pool: plainMap,
      pools: {
        requested: { pool: plain, needed: plainFields('ipv4-addrs') },
        allocated: plainFields('pool', 'cidrs'),
      },
    },
  },
  status: {
    eni: {
      enis: {
        '*': {
          ...plainFields(
            'number',
            'ip',
            'addresses',
            'prefixes',
            'availability-zone',
          ),
          subnet: plainFields('id', 'cidr'),
        },
      },
    },
    ipam: {
      used: plainMap,
      'release-ips': plainMap,
      'operator-status': plainFields('error'),
    },
  },
};

/** Reads a CiliumNode (cilium.io/v2). */
export function readCiliumNode(object: Fields): CiliumNodeFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  const eni = spec.object('eni');
  const ipam = spec.object('ipam');
  const statusIpam = status.object('ipam');
  const pool = ipam.object('pool').keys();
  const used = statusIpam.has('used')
    ? statusIpam.object('used').keys()
    : undefined;
  const addresses = spec.objects('addresses');
  const addressOf = (type: string) =>
    addresses.find(address => address.text('type') === type)?.text('ip');
  return {
    ...readOwned(object),
    instanceId: spec.text('instance-id'),
    internalIp: addressOf('InternalIP'),
    ciliumInternalIp: addressOf('CiliumInternalIP'),
    instanceType: eni.text('instance-type'),
    zone: eni.text('availability-zone'),
    nodeSubnetId: eni.text('node-subnet-id'),
    firstInterfaceIndex: eni.count('first-interface-index'),
    usePrimaryAddress: eni.flag('use-primary-address') ?? false,
    disablePrefixDelegation: eni.flag('disable-prefix-delegation') ?? false,
    pool: pool.length,
    preAllocate: ipam.count('pre-allocate'),
    minAllocate: ipam.count('min-allocate'),
    maxAllocate: ipam.count('max-allocate'),
    ...readDefaultPool(ipam.object('pools')),
    hasStatus: object.has('status'),
    enis: readEnis(status.object('eni').object('enis'), new Set(used)),
    used: used?.length,
    releaseIps: readReleasing(statusIpam, pool),
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

function readEnis(enis: Fields, used: ReadonlySet<string>): EniFacts[] {
  return enis.keys().map(id => {
    const eni = enis.object(id);
    const subnet = eni.object('subnet');
    const ip = eni.text('ip');
    const addresses = eni.texts('addresses');
    return {
      id,
      number: eni.count('number') ?? 0,
      addresses: addresses.length,
      ownAddressListed: ip !== undefined && addresses.includes(ip),
      used: addresses.filter(address => used.has(address)).length,
      prefixes: eni.texts('prefixes').length,
      subnetId: subnet.text('id'),
      subnetCidr: subnet.text('cidr'),
      zone: eni.text('availability-zone'),
    };
  });
}

/** Most nodes release nothing: only then is the pool worth an index. */
function readReleasing(
  statusIpam: Fields,
  pool: readonly string[],
): Record<string, string> {
  const releasing = Object.entries(statusIpam.textMap('release-ips'));
  if (releasing.length === 0) return {};
  const there = new Set(pool);
  return Object.fromEntries(releasing.filter(([ip]) => there.has(ip)));
}
