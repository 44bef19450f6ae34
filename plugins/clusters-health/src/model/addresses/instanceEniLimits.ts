/**
 * How many interfaces and addresses EC2 allows for one instance type
 * (`DescribeInstanceTypes`, NetworkInfo).
 */
export interface InstanceEniLimits {
  /**
   * Interfaces that network card 0 takes. Cilium attaches interfaces to that
   * card only, so on GPU types with several cards this is the real limit, not
   * the sum over all cards.
   */
  interfaces: number;
  /**
   * Interfaces of all cards together, which Cilium's operator assumes it can
   * attach; absent when not known.
   */
  interfacesOfAllCards?: number;
  /** IPv4 addresses per interface, the primary address included. */
  ipv4PerInterface: number;
  /** `nitro`, `xen` or `unknown`; /28 prefixes require Nitro. */
  hypervisor: string;
  bareMetal: boolean;
}

/**
 * Looks up the limits of an instance type; `undefined` when they are not known.
 */
export type EniLimitsLookup = (
  instanceType: string,
) => InstanceEniLimits | undefined;

/** A look-up without data: every capacity is then unknown. */
export const noEniLimits: EniLimitsLookup = () => undefined;
