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
  objects,
  once,
  type Path,
  record,
  shared,
  text,
  textMap,
  textOfEach,
  texts,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { ownedFields } from './parts/metadata';

/** One elastic network interface of a node. */
export interface EniFacts {
  id: string;
  /** 0 is the primary interface, for which the API omits the number. */
  number: number;
  /** Number of listed addresses, those of prefixes included. */
  addresses: number;
  /** Whether the primary address of the interface is listed too. */
  ownAddressListed: boolean;
  /** How many of the listed addresses are in `status.ipam.used`. */
  used: number;
  /** Number of listed prefixes. */
  prefixes: number;
  subnetId?: string;
  subnetCidr?: string;
  zone?: string;
}

const usedAddresses = once(
  ifPresent('status.ipam.used', keys('status.ipam.used')),
);

/**
 * The addresses in the pool, each with the id of its interface, which may be
 * empty.
 */
const pool = once(textOfEach('spec.ipam.pool', 'resource'));

const enis: Field<EniFacts[]> = derived(
  {
    listed: entries(
      'status.eni.enis',
      record({
        number: withDefault(count('number'), 0),
        ip: text('ip'),
        addresses: texts('addresses'),
        prefixes: texts('prefixes'),
        subnetId: text('subnet.id'),
        subnetCidr: text('subnet.cidr'),
        zone: text('availability-zone'),
      }),
    ),
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
      subnetId: eni.subnetId,
      subnetCidr: eni.subnetCidr,
      zone: eni.zone,
    }));
  },
);

/**
 * Addresses in the release handshake that are still in the pool, each with its
 * state.
 */
const releaseIps: Field<Record<string, string>> = derived(
  {
    releasing: textMap('status.ipam.release-ips'),
    pool,
  },
  facts => {
    const marked = Object.entries(facts.releasing);
    // Most nodes release no addresses: the index of the pool is built only for
    // those that do.
    if (marked.length === 0) {
      return {};
    }
    const there = new Set(facts.pool.names);
    return Object.fromEntries(marked.filter(([ip]) => there.has(ip)));
  },
);

const poolEnis: Field<string[]> = mapped(pool, ({ texts: ids }) => [
  ...new Set(ids.flatMap(id => id || [])),
]);

const ciliumInternalIp = mapped(
  objects('spec.addresses', { type: text('type'), ip: text('ip') }),
  addresses => addresses.find(({ type }) => type === 'CiliumInternalIP')?.ip,
);

/**
 * The entry for the IPAM pool `default` in a list of pools (since Cilium 1.20).
 */
function ofDefaultPool<T>(path: Path, field: Field<T>): Field<T | undefined> {
  return mapped(
    objects(path, { pool: text('pool'), value: field }),
    pools => pools.find(entry => entry.pool === 'default')?.value,
  );
}

/** CiliumNodes. */
export const ciliumNode = defineKind({
  group: 'cilium.io',
  version: 'v2',
  resource: 'ciliumnodes',
  kind: 'CiliumNode',
  namespaced: false,
  asManyAs: 'nodes',
  required: true,
  fields: {
    ...ownedFields,
    /** Empty when the agent could not read the value. */
    instanceId: text('spec.instance-id'),
    /**
     * Set by the agent once it has addresses, so its presence shows that the
     * agent is up.
     */
    ciliumInternalIp,
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
    pool: mapped(pool, ({ names }) => names.length),
    /** Ids of the interfaces that the entries of `spec.ipam.pool` name. */
    poolEnis,
    preAllocate: count('spec.ipam.pre-allocate'),
    minAllocate: count('spec.ipam.min-allocate'),
    maxAllocate: count('spec.ipam.max-allocate'),
    requestedIpv4: ofDefaultPool(
      'spec.ipam.pools.requested',
      count('needed.ipv4-addrs'),
    ),
    allocatedCidrs: ofDefaultPool('spec.ipam.pools.allocated', texts('cidrs')),
    /** False for a node whose status the operator has not written yet. */
    hasStatus: exists('status'),
    enis,
    /**
     * Number of addresses in `status.ipam.used`; absent when the key is absent.
     */
    used: mapped(usedAddresses, addresses => addresses?.length),
    releaseIps: shared(releaseIps),
    operatorError: filled(text('status.ipam.operator-status.error')),
  },
});

/** The facts that are kept of a CiliumNode. */
export type CiliumNodeFacts = FactsOf<typeof ciliumNode>;
