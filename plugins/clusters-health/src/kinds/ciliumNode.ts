import { defineKind } from './defineKind';
import {
  count,
  derived,
  entries,
  exists,
  type Field,
  filled,
  flag,
  ifPresent,
  keys,
  mapped,
  object,
  objects,
  type Path,
  shared,
  text,
  textMap,
  texts,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { ownedFields } from './parts/metadata';

/** One elastic network interface of a node. */
export interface EniFacts {
  id: string;
  /** 0 is the primary interface; the API leaves it out there. */
  number: number;
  /** Addresses that are listed; those of the prefixes too. */
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

const usedAddresses = ifPresent('status.ipam.used', keys('status.ipam.used'));

const enis: Field<EniFacts[]> = derived(
  {
    listed: entries('status.eni.enis', {
      number: withDefault(count('number'), 0),
      ip: text('ip'),
      addresses: texts('addresses'),
      prefixes: texts('prefixes'),
      subnet: object('subnet', { id: text('id'), cidr: text('cidr') }),
      zone: text('availability-zone'),
    }),
    usedAddresses,
  },
  facts => {
    const used = new Set(facts.usedAddresses);
    return facts.listed.map(([id, eni]) => ({
      id,
      number: eni.number,
      addresses: eni.addresses.length,
      ownAddressListed: eni.ip !== undefined && eni.addresses.includes(eni.ip),
      used: eni.addresses.filter(address => used.has(address)).length,
      prefixes: eni.prefixes.length,
      subnetId: eni.subnet.id,
      subnetCidr: eni.subnet.cidr,
      zone: eni.zone,
    }));
  },
);

/** Addresses that are given back, each with its state, if the pool has them. */
const releaseIps: Field<Record<string, string>> = derived(
  {
    releasing: textMap('status.ipam.release-ips'),
    pool: keys('spec.ipam.pool'),
  },
  ({ releasing, pool }) => {
    const marked = Object.entries(releasing);
    // Most nodes release nothing: only then is the pool worth an index.
    if (marked.length === 0) {
      return {};
    }
    const there = new Set(pool);
    return Object.fromEntries(marked.filter(([ip]) => there.has(ip)));
  },
);

/** The address of a type in `spec.addresses`. */
function addressOf(type: string): Field<string | undefined> {
  return mapped(
    objects('spec.addresses', { type: text('type'), ip: text('ip') }),
    addresses => addresses.find(address => address.type === type)?.ip,
  );
}

/** What the IPAM pool `default` says in a list of pools (since Cilium 1.20). */
function ofDefaultPool<T>(path: Path, field: Field<T>): Field<T | undefined> {
  return mapped(
    objects(path, { pool: text('pool'), value: field }),
    pools => pools.find(({ pool }) => pool === 'default')?.value,
  );
}

/** CiliumNodes. */
export const ciliumNode = defineKind({
  group: 'cilium.io',
  version: 'v2',
  resource: 'ciliumnodes',
  kind: 'CiliumNode',
  namespaced: false,
  required: true,
  fields: {
    ...ownedFields,
    instanceId: text('spec.instance-id'),
    internalIp: addressOf('InternalIP'),
    /** Set by the agent once it has addresses: the sign that it is up. */
    ciliumInternalIp: addressOf('CiliumInternalIP'),
    instanceType: text('spec.eni.instance-type'),
    zone: text('spec.eni.availability-zone'),
    nodeSubnetId: text('spec.eni.node-subnet-id'),
    firstInterfaceIndex: count('spec.eni.first-interface-index'),
    usePrimaryAddress: withDefault(flag('spec.eni.use-primary-address'), false),
    disablePrefixDelegation: withDefault(
      flag('spec.eni.disable-prefix-delegation'),
      false,
    ),
    /** Number of addresses in `spec.ipam.pool`. */
    pool: mapped(keys('spec.ipam.pool'), addresses => addresses.length),
    preAllocate: count('spec.ipam.pre-allocate'),
    minAllocate: count('spec.ipam.min-allocate'),
    maxAllocate: count('spec.ipam.max-allocate'),
    requestedIpv4: ofDefaultPool(
      'spec.ipam.pools.requested',
      count('needed.ipv4-addrs'),
    ),
    allocatedCidrs: ofDefaultPool('spec.ipam.pools.allocated', texts('cidrs')),
    /** False on a node that the operator has not written to. */
    hasStatus: exists('status'),
    enis,
    /** Number of addresses in `status.ipam.used`; absent when the key is. */
    used: mapped(usedAddresses, addresses => addresses?.length),
    releaseIps: shared(releaseIps),
    operatorError: filled(text('status.ipam.operator-status.error')),
  },
});

/** What is kept of a CiliumNode. */
export type CiliumNodeFacts = FactsOf<typeof ciliumNode>;
