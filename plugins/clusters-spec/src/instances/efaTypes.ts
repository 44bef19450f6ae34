/**
 * How the Elastic Fabric Adapters of an instance type are attached. Each of
 * its network cards carries one.
 *
 * @public
 */
export type EfaType = {
  /** Number of network cards, the first one included. */
  networkCards: number;
};

/**
 * Instance types with an adapter on each network card, the first one included.
 * Network cards: `DescribeInstanceTypes` by way of amazon-vpc-cni-k8s.
 * Adapters: `vpc.amazonaws.com/efa` in Karpenter's list of instance types.
 */
const efaTypes: ReadonlyMap<string, EfaType> = new Map([
  ['p4d.24xlarge', { networkCards: 4 }],
  ['p4de.24xlarge', { networkCards: 4 }],
  ['p5.48xlarge', { networkCards: 32 }],
  ['p5e.48xlarge', { networkCards: 32 }],
  ['p5en.48xlarge', { networkCards: 16 }],
]);

/**
 * Names of the instance types whose adapters can be attached.
 *
 * @public
 */
export const efaTypeNames: readonly string[] = [...efaTypes.keys()];

/**
 * The adapters of an instance type; undefined when they are not known.
 *
 * @public
 */
export function findEfaType(name: string): EfaType | undefined {
  return efaTypes.get(name);
}
