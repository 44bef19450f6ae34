import type { InstanceType, PodDensity } from '../instances';
import type { ResolvedClusterSpec } from '../spec';
import {
  type AddressMode,
  candidateTypes,
  leftOutTypes,
} from './candidateTypes';
import { type LaunchPool, launchPools } from './launchPools';
import { limitExcesses } from './limitExcesses';
import { nodeClassNameOf } from './nodeClassNameOf';
import { nodeDensity } from './nodeDensity';

/**
 * An instance type that the fields of a pool allow.
 *
 * @public
 */
export type OutlookType = InstanceType & {
  /** Pods that the kubelet of such a node admits; absent where not known. */
  pods?: number;
  /** The limits of the pool that one such node exceeds: it is never launched. */
  exceeds: string[];
};

/**
 * What a NodePool may launch.
 *
 * @public
 */
export type LaunchOutlook = Pick<
  LaunchPool,
  'name' | 'origin' | 'capacityTypes' | 'weight' | 'limits'
> & {
  /** The smallest first. Types without data are the last. */
  types: OutlookType[];
  /** Types that are never launched, because they serve too few pods. */
  leftOut: string[];
};

type Settings = Pick<ResolvedClusterSpec['spec'], 'karpenter' | 'cilium'>;

/**
 * What the NodePools of a spec may launch, as far as the instance data knows.
 * Nothing is said of prices, which are not known here.
 *
 * @public
 */
export function launchOutlooks(spec: Settings): LaunchOutlook[] {
  const pools = launchPools(spec as ResolvedClusterSpec['spec']);
  return pools.map(pool => {
    const shares = (other: LaunchPool) =>
      nodeClassNameOf(other) === nodeClassNameOf(pool);
    const density = densityOf(pools.filter(shares), pool, spec.cilium);
    const { sizes, types } = leftOutTypes(pool, spec.cilium);
    return {
      ...{ name: pool.name, origin: pool.origin, weight: pool.weight },
      ...{ capacityTypes: pool.capacityTypes, limits: pool.limits },
      types: candidateTypes(pool, spec.cilium)
        .map(type => ({
          ...type,
          ...podsOf(type, density),
          exceeds: limitExcesses(type, pool.limits).map(
            ({ resource, limit }) => `${resource} ${limit}`,
          ),
        }))
        .sort(bySize),
      leftOut: [...sizes.map(size => `*.${size}`), ...types],
    };
  });
}

/** Pools that share a NodeClass share its kubelet settings. */
function densityOf(
  sharing: readonly LaunchPool[],
  pool: LaunchPool,
  mode: AddressMode,
): PodDensity {
  const types = sharing.flatMap(each => candidateTypes(each, mode));
  return nodeDensity(types, pool, mode);
}

function podsOf(
  { vcpus }: InstanceType,
  { maxPods, podsPerCore }: PodDensity,
): { pods?: number } {
  if (podsPerCore === undefined) {
    return { pods: maxPods };
  }
  return vcpus === undefined
    ? {}
    : { pods: Math.min(maxPods, podsPerCore * vcpus) };
}

function bySize(a: InstanceType, b: InstanceType): number {
  const unknown = Number.POSITIVE_INFINITY;
  return (
    (a.vcpus ?? unknown) - (b.vcpus ?? unknown) ||
    (a.memoryMib ?? unknown) - (b.memoryMib ?? unknown) ||
    (a.name < b.name ? -1 : 1)
  );
}
