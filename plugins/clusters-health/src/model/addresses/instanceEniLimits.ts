/**
 * How many interfaces and addresses EC2 gives one instance type
 * (`DescribeInstanceTypes`, NetworkInfo).
 */
export interface InstanceEniLimits {
  /**
   * Interfaces that fit on network card 0. Cilium attaches to that card only,
   * so on multi-card GPU types this and not the sum is the real limit.
   */
  interfaces: number;
  /**
   * Interfaces over all cards, what Cilium's operator believes it can attach;
   * absent when not known.
   */
  interfacesOfAllCards?: number;
  /** IPv4 addresses of one interface, its own primary address included. */
  ipv4PerInterface: number;
  /** `nitro`, `xen` or `unknown`; /28 prefixes need Nitro. */
  hypervisor: string;
  bareMetal: boolean;
}

/** Finds the limits of an instance type; `undefined` when it is not known. */
export type EniLimitsLookup = (
  instanceType: string,
) => InstanceEniLimits | undefined;

/** A lookup that knows nothing: every capacity is then unknown. */
export const noEniLimits: EniLimitsLookup = () => undefined;
