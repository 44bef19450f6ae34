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
   * Number of addresses that pods may get. With prefix delegation, every
   * address of every prefix counts.
   */
  addresses: number;
  /** Number of /28 prefixes. */
  prefixes: number;
  /** Whether the primary address of the interface is among `addresses`. */
  ownAddressListed: boolean;
}

/**
 * The values of a CiliumNode in ENI mode from which its addresses are computed.
 */
export interface EniNode {
  name: string;
  zone?: string;
  instanceType?: string;
  /** The first interface that Cilium uses, `spec.eni.first-interface-index`. */
  firstInterfaceIndex: number;
  usePrimaryAddress: boolean;
  disablePrefixDelegation: boolean;
  /** Number of interfaces that match `spec.eni.exclude-interface-tags`. */
  excludedInterfaces: number;
  /** Number of entries in `spec.ipam.pool`. */
  pool: number;
  /** `spec.ipam.pre-allocate`; 8, Cilium's default, when absent. */
  preAllocate: number;
  /** `spec.ipam.min-allocate`; 0 when absent. */
  minAllocate: number;
  /** `spec.ipam.max-allocate`; 0 when absent. 0 means no limit. */
  maxAllocate: number;
  /** Number of entries in `status.ipam.used`; 0 when the key is absent. */
  usedEntries: number;
  /**
   * `spec.ipam.pools.requested[default].needed.ipv4-addrs`: the demand as
   * Cilium 1.20 reports it. Absent up to 1.19.
   */
  requested?: number;
  /**
   * Number of addresses in `status.ipam.release-ips` that are still in the
   * pool.
   */
  releasing: number;
  interfaces: EniInterface[];
}

/** Cilium's default of `spec.ipam.pre-allocate` (defaults.IPAMPreAllocation). */
export const defaultPreAllocate = 8;
