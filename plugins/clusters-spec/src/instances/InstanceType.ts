import data from '../../data/instance-types.json';
import { architectureOf } from './architectureOf';

/** An EC2 instance type as far as node pools and addresses need it. */
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
  /** Virtual CPUs as the size's name says; undefined for bare metal. */
  readonly vcpus: number | undefined;
  /** Network interfaces of the first network card. */
  readonly enis: number;
  /** IPv4 addresses per interface, its own among them. */
  readonly ipv4PerEni: number;
  /** Whether it runs on Nitro, which prefix delegation needs. */
  readonly nitro: boolean;
};

/** Where the instance types were read, and when. */
export const instanceTypeData = { source: data.source, asOf: data.asOf };

/**
 * Virtual CPUs from the size: AWS doubles from `large` (2) and `xlarge` (4)
 * on. Below `large` burstable types have 2, others 1. Never less than the
 * truth for types that AWS sells today (hpc types have fewer than their name).
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
  [enis, ipv4PerEni, nitro]: number[],
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
    vcpus: vcpusOf(category, size),
    enis,
    ipv4PerEni,
    nitro: nitro === 1,
  };
}

const families: Record<string, Record<string, number[]>> = data.families;

/** All instance types of the data file, by family. */
export const instanceTypes: readonly InstanceType[] = Object.entries(
  families,
).flatMap(([family, sizes]) =>
  Object.entries(sizes).map(([size, row]) => describe(family, size, row)),
);

const byName = new Map(instanceTypes.map(type => [type.name, type]));

/** The instance type of a name, or undefined when the data has none. */
export function findInstanceType(name: string): InstanceType | undefined {
  return byName.get(name);
}
