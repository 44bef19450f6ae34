/** One interface of a node, from `CiliumNode.status.eni.enis`. */
export interface EniInterface {
  id: string;
  /** Device index; Cilium omits it for the primary interface, which is 0. */
  number: number;
  subnetId?: string;
  /** Block of the subnet, for example `10.40.0.0/20`. */
  subnetCidr?: string;
  zone?: string;
  /**
   * Addresses that pods may get. With prefix delegation every address of every
   * prefix is among them.
   */
  addresses: number;
  /** /28 prefixes. */
  prefixes: number;
  /** Whether the interface's own address is among `addresses`. */
  ownAddressListed: boolean;
}

/** What the address arithmetic reads of a CiliumNode in ENI mode. */
export interface EniNode {
  name: string;
  zone?: string;
  instanceType?: string;
  /** The first interface that Cilium uses, `spec.eni.first-interface-index`. */
  firstInterfaceIndex: number;
  usePrimaryAddress: boolean;
  disablePrefixDelegation: boolean;
  /** Interfaces of the node that match `spec.eni.exclude-interface-tags`. */
  excludedInterfaces: number;
  /** Entries of `spec.ipam.pool`. */
  pool: number;
  /** `spec.ipam.pre-allocate`; 8 where Cilium's default holds. */
  preAllocate: number;
  /** `spec.ipam.min-allocate`, 0 when absent. */
  minAllocate: number;
  /** `spec.ipam.max-allocate`; 0 and absent mean no limit of its own. */
  maxAllocate: number;
  /** Entries of `status.ipam.used`; 0 when the key is absent. */
  usedEntries: number;
  /**
   * `spec.ipam.pools.requested[default].needed.ipv4-addrs`: demand as Cilium
   * 1.20 reports it. Absent up to 1.19.
   */
  requested?: number;
  /** Addresses in `status.ipam.release-ips` that are still in the pool. */
  releasing: number;
  interfaces: EniInterface[];
}

/** Cilium's default of `spec.ipam.pre-allocate` (defaults.IPAMPreAllocation). */
export const defaultPreAllocate = 8;
