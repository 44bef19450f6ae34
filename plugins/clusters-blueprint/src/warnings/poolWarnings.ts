import {
  type AddressMode,
  candidateTypes,
  type InstanceType,
  isWithin,
  type LaunchPool,
  launchPools,
  leftOutTypes,
  limitExcesses,
  MAX_PODS_PER_NODE,
  namedTypes,
  nodeDensity,
  podCapacity,
  type PodDensity,
} from '@clusterworks/plugin-clusters-spec';
import { writtenAmount } from '../karpenter/writtenAmount';
import { efaWarnings } from './efaWarnings';
import type { RenderWarning, WarningRule } from './RenderWarning';

const MOST_NAMES = 8;

/** A list as text: the first few entries, and the number of the others. */
function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0
    ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more`
    : names.join(', ');
}

function list(limits: Record<string, string>): string {
  return Object.entries(limits)
    .map(([resource, amount]) => `${resource} ${amount}`)
    .join(', ');
}

const sharedLimits: WarningRule = ({ spec }) =>
  spec.karpenter.nodePools
    .filter(pool => pool.preferOnDemand)
    .map(pool => {
      const [first, second] = launchPools({
        ...spec,
        karpenter: { ...spec.karpenter, nodePools: [pool] },
      });
      return second
        ? {
            code: 'limits-shared',
            message: `Pool ${
              pool.name
            } becomes two, and its limits are shared out: ${
              first.name
            } (on-demand) gets ${list(first.limits)}; ${
              second.name
            } (spot) gets ${list(second.limits)}.`,
          }
        : {
            code: 'limits-not-shared',
            message: `Pool ${
              pool.name
            } prefers on-demand and allows spot, but half of its limits would exclude what it names: on-demand gets all of ${list(
              first.limits,
            )}, and there is no pool for spot. Raise the limits to have both.`,
          };
    });

const emptyPools: WarningRule = ({ spec }) =>
  launchPools(spec)
    .filter(pool => candidateTypes(pool, spec.cilium).length === 0)
    .map(pool => ({
      code: 'pool-without-types',
      message: `No instance type that this version knows fits pool ${pool.name}: check families, categories, generation, architectures and requirements.`,
    }));

const smallTypes: WarningRule = ({ spec }) =>
  spec.karpenter.nodePools.flatMap(pool => {
    const { sizes, types } = leftOutTypes(pool, spec.cilium);
    const names = [...sizes.map(size => `size ${size}`), ...types];
    return names.length > 0
      ? {
          code: 'types-left-out',
          message: `Pool ${pool.name} does not launch ${names.join(
            ', ',
          )}: they have addresses for a few pods only, and would set the maximum of pods for all.`,
        }
      : [];
  });

/** Types that exceed a limit, grouped by that limit. */
function excludedTypes(
  pool: LaunchPool,
  types: readonly InstanceType[],
): string[] {
  const reasons = new Map<string, string[]>();
  for (const type of types) {
    const [excess] = limitExcesses(type, pool.limits);
    if (excess) {
      const { resource, needs, limit } = excess;
      const reason = `more than its limit of ${resource} ${limit}`;
      reasons.set(reason, [
        ...(reasons.get(reason) ?? []),
        `${type.name} (${writtenAmount(resource, needs)})`,
      ]);
    }
  }
  return [...reasons].map(([reason, names]) => `${some(names)}: ${reason}`);
}

const typesBeyondLimits: WarningRule = ({ spec }) =>
  launchPools(spec).flatMap((pool): RenderWarning[] => {
    const named = namedTypes(pool, spec.cilium).flatMap(each => each.types);
    const reasons = excludedTypes(pool, named);
    return reasons.length > 0
      ? [
          {
            code: 'types-beyond-limits',
            message: `Pool ${
              pool.name
            } never launches some of what it names. ${reasons.join('; ')}.`,
          },
        ]
      : [];
  });

/** Whether every type of a pool with known capacity exceeds its limits. */
function launchesNothing(pool: LaunchPool, mode: AddressMode): boolean {
  const types = candidateTypes(pool, mode).filter(
    ({ memoryMib }) => memoryMib !== undefined,
  );
  return types.length > 0 && !types.some(type => isWithin(type, pool.limits));
}

const poolsBelowAnyType: WarningRule = ({ spec }) =>
  launchPools(spec)
    .filter(
      pool =>
        namedTypes(pool, spec.cilium).length === 0 &&
        launchesNothing(pool, spec.cilium),
    )
    .map(pool => ({
      code: 'limits-below-any-type',
      message: `Pool ${
        pool.name
      } can never launch a node: each of its instance types exceeds the limits ${list(
        pool.limits,
      )}.`,
    }));

/**
 * Sizes whose nodes can run at most half of the pods that their addresses
 * would serve.
 */
function halvedSizes(
  types: readonly InstanceType[],
  mode: AddressMode,
  { maxPods, podsPerCore }: PodDensity,
): string[] {
  // One example for each size is enough.
  const bySize = new Map<string, string>();
  for (const type of types) {
    const holds = Math.min(
      maxPods,
      (podsPerCore ?? maxPods) * (type.vcpus ?? maxPods),
    );
    const serves = Math.min(MAX_PODS_PER_NODE, podCapacity(type, mode));
    if (2 * holds <= serves) {
      bySize.set(type.size, `${type.name} ${holds} of ${serves}`);
    }
  }
  return [...bySize.values()];
}

const sparsePools: WarningRule = ({ spec }) =>
  spec.karpenter.nodePools.flatMap(pool => {
    const types = candidateTypes(pool, spec.cilium);
    const density = nodeDensity(types, pool, spec.cilium);
    const sizes = halvedSizes(types, spec.cilium, density);
    const { maxPods, podsPerCore } = density;
    const given = podsPerCore
      ? `${podsPerCore} pods for each core, ${maxPods} at most`
      : `${maxPods} pods`;
    const where = podsPerCore
      ? `pods ask for less than 1/${podsPerCore} of a core`
      : 'pods are small';
    return sizes.length > 0
      ? {
          code: 'pods-below-capacity',
          message: `One NodeClass serves types of many sizes, so each node of pool ${
            pool.name
          } holds ${given}: no more than half of what the addresses of some would serve (${some(
            sizes,
          )}). It matters only where ${where}; then allow fewer sizes, or switch on cilium.prefixDelegation, with which every node holds ${MAX_PODS_PER_NODE}.`,
        }
      : [];
  });

const acceleratedPools: WarningRule = ({ spec }) =>
  launchPools(spec)
    .filter(
      pool =>
        pool.preset !== 'gpu' &&
        candidateTypes(pool, spec.cilium).some(
          type => type.category === 'g' || type.category === 'p',
        ),
    )
    .map(pool => ({
      code: 'pool-with-gpus',
      message: `Pool ${pool.name} may launch types with GPUs, but only preset gpu brings the taints that keep other pods off them, the labels and the device plugin.`,
    }));

const unlimitedPools: WarningRule = ({ spec }) =>
  spec.karpenter.nodePools
    .filter(pool => Object.keys(pool.limits).length === 0)
    .map(pool => ({
      code: 'pool-without-limits',
      message: `Pool ${pool.name} has no limits: a runaway deployment launches nodes until an AWS quota stops it.`,
    }));

/** All warnings about the pools of a spec. */
export const poolWarnings: readonly WarningRule[] = [
  emptyPools,
  smallTypes,
  sparsePools,
  acceleratedPools,
  ...efaWarnings,
  unlimitedPools,
  sharedLimits,
  typesBeyondLimits,
  poolsBelowAnyType,
];
