import data from '../../data/instance-types.json';
import { architectureOf } from './architectureOf';

/**
 * An EC2 instance type as far as node pools and addresses need it.
 *
 * @public
 */
export type InstanceType = {
  /** `m6i.large`. */
  readonly name: string;
  /** `m6i`. */
  readonly family: string;
  /** `large`. */
  readonly size: string;
  /** `m`: the label karpenter.k8s.aws/instance-category. */
  readonly category: string;
  /** 6: the label karpenter.k8s.aws/instance-generation. */
  readonly generation: number;
  readonly architecture: 'amd64' | 'arm64';
  /** Virtual CPUs; derived from the size's name when the data has no number. */
  readonly vcpus: number | undefined;
  /** Memory as EC2 states it, in MiB; undefined when the data has no number. */
  readonly memoryMib: number | undefined;
  /** Network interfaces of the first network card. */
  readonly enis: number;
  /** IPv4 addresses per interface, its own among them. */
  readonly ipv4PerEni: number;
  /** Whether it runs on Nitro, which prefix delegation needs. */
  readonly nitro: boolean;
};

/**
 * Source and date of the instance types.
 *
 * @public
 */
export const instanceTypeData = { source: data.source, asOf: data.asOf };

/**
 * Virtual CPUs from the size, for types that the data knows little of: AWS doubles from `large` (2) and `xlarge` (4)
 * on. Below `large` burstable types have 2, others 1.
 */
function vcpusOf(category: string, size: string): number | undefined {
  if (size.startsWith('metal')) {
    return undefined;
  }
  const times = /^(\d+)xlarge$/.exec(size);
  if (times) {
    return 4 * Number(times[1]);
  }
  if (size === 'xlarge') {
    return 4;
  }
  return size === 'large' || category === 't' ? 2 : 1;
}

function describe(
  family: string,
  size: string,
  [enis, ipv4PerEni, nitro, cpu, memory]: readonly number[],
): InstanceType {
  // The pattern is Karpenter's own (pkg/providers/instancetype/types.go).
  const match = /^([a-z]+)(?:-[0-9]+tb)?([0-9]+)/.exec(family);
  const category = match?.[1] ?? family;
  return {
    name: `${family}.${size}`,
    family,
    size,
    category,
    generation: match ? Number(match[2]) : 0,
    architecture: architectureOf(`${family}.${size}`),
    vcpus: cpu ?? vcpusOf(category, size),
    memoryMib: memory,
    enis,
    ipv4PerEni,
    nitro: nitro === 1,
  };
}

/**
 * An instance family of the data file.
 *
 * @public
 */
export type InstanceFamily = {
  /** Labels that all sizes share, without `karpenter.k8s.aws/instance-`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Size to values, in the order of {@link instanceColumns}. */
  readonly sizes: Readonly<Record<string, readonly number[]>>;
};

/**
 * Names of the values of a size; later ones may be missing.
 *
 * @public
 */
export const instanceColumns: readonly string[] = data.columns;

/**
 * The families of the data file.
 *
 * @public
 */
export const instanceFamilies: ReadonlyMap<string, InstanceFamily> = new Map(
  Object.entries(data.families as Record<string, InstanceFamily>),
);

/**
 * All instance types of the data file, by family.
 *
 * @public
 */
export const instanceTypes: readonly InstanceType[] = [
  ...instanceFamilies,
].flatMap(([family, { sizes }]) =>
  Object.entries(sizes).map(([size, row]) => describe(family, size, row)),
);

const byName = new Map(instanceTypes.map(type => [type.name, type]));

/**
 * The instance type of a name, or undefined when the data has none.
 *
 * @public
 */
export function findInstanceType(name: string): InstanceType | undefined {
  return byName.get(name);
}
