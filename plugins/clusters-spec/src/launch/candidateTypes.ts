import {
  hasRoomForPods,
  type InstanceType,
  instanceTypes,
  meetsRequirement,
} from '../instances';
import type { ResolvedNodePool } from '../spec';

/**
 * The settings that decide how many addresses a node has.
 *
 * @public
 */
export type AddressMode = { prefixDelegation: boolean };

/**
 * The fields of a pool that decide its instance types.
 *
 * @public
 */
export type TypeChoice = Pick<
  ResolvedNodePool,
  | 'architectures'
  | 'instanceCategories'
  | 'instanceFamilies'
  | 'minGeneration'
  | 'amiFamily'
  | 'efa'
  | 'requirements'
>;

function isNamed(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.includes(name);
}

/** The types that the fields of a pool allow. */
function allowedTypes(pool: TypeChoice, mode: AddressMode): InstanceType[] {
  const allowed = instanceTypes.filter(
    type =>
      pool.architectures.includes(type.architecture) &&
      isNamed(pool.instanceCategories, type.category) &&
      isNamed(pool.instanceFamilies, type.family) &&
      type.generation >= (pool.minGeneration ?? 0) &&
      (!mode.prefixDelegation || type.nitro) &&
      // A type without data is kept, because it cannot be ruled out.
      pool.requirements.every(
        requirement => meetsRequirement(type, requirement) ?? true,
      ),
  );
  // The adapter on the first network card takes the place of an interface with
  // addresses, and Cilium uses that card alone.
  return pool.efa
    ? allowed.map(type => ({ ...type, enis: type.enis - 1 }))
    : allowed;
}

/**
 * Whether the kubelet of a pool's nodes has a setting for a density per core.
 *
 * @public
 */
export function knowsPodsPerCore({
  amiFamily,
}: Pick<TypeChoice, 'amiFamily'>): boolean {
  return amiFamily !== 'bottlerocket';
}

/**
 * How the pods of a type are counted; without a density per core all sizes
 * share one maximum, so a type needs room for more pods.
 */
function roomMode(pool: TypeChoice, { prefixDelegation }: AddressMode) {
  return { prefixDelegation, perCore: knowsPodsPerCore(pool) };
}

function splitByRoom(pool: TypeChoice, mode: AddressMode) {
  const allowed = allowedTypes(pool, mode);
  return {
    allowed,
    roomy: allowed.filter(type => hasRoomForPods(type, roomMode(pool, mode))),
  };
}

/**
 * The instance types that a pool may launch, as far as the data knows: without
 * those that serve too few pods, unless it has no others.
 *
 * @public
 */
export function candidateTypes(
  pool: TypeChoice,
  mode: AddressMode,
): InstanceType[] {
  const { allowed, roomy } = splitByRoom(pool, mode);
  return roomy.length > 0 ? roomy : allowed;
}

/**
 * Whether a pool allows at least one type, and every type serves too few pods.
 *
 * @public
 */
export function hasOnlySmallTypes(
  pool: TypeChoice,
  mode: AddressMode,
): boolean {
  const { allowed, roomy } = splitByRoom(pool, mode);
  return allowed.length > 0 && roomy.length === 0;
}

/**
 * The requirements that exclude types which serve too few pods.
 *
 * @public
 */
export type LeftOut = { sizes: string[]; types: string[] };

/**
 * The types that the pool allows and that serve too few pods. If all allowed
 * types of a size are such types, the size is excluded, so that newer types of
 * this size are excluded too.
 *
 * @public
 */
export function leftOutTypes(pool: TypeChoice, mode: AddressMode): LeftOut {
  const { allowed, roomy } = splitByRoom(pool, mode);
  if (roomy.length === 0) {
    return { sizes: [], types: [] };
  }
  const kept = new Set(roomy.map(({ size }) => size));
  const kinds = new Set(roomy);
  const out = allowed.filter(type => !kinds.has(type));
  const sorted = (names: string[]) => [...new Set(names)].sort();
  return {
    sizes: sorted(out.map(({ size }) => size).filter(size => !kept.has(size))),
    types: sorted(
      out.filter(({ size }) => kept.has(size)).map(({ name }) => name),
    ),
  };
}
