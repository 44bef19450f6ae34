import {
  hasRoomForPods,
  type InstanceType,
  instanceTypes,
  meetsRequirement,
  type ResolvedNodePool,
} from '@clusterworks/plugin-clusters-spec';

/** What decides how many addresses a node has. */
export type AddressMode = { prefixDelegation: boolean };

/** What of a pool decides its instance types. */
export type TypeChoice = Pick<
  ResolvedNodePool,
  | 'architectures'
  | 'instanceCategories'
  | 'instanceFamilies'
  | 'minGeneration'
  | 'requirements'
>;

function isNamed(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.includes(name);
}

/** The types that a pool's own words allow. */
function allowedTypes(pool: TypeChoice, mode: AddressMode): InstanceType[] {
  return instanceTypes.filter(
    type =>
      pool.architectures.includes(type.architecture) &&
      isNamed(pool.instanceCategories, type.category) &&
      isNamed(pool.instanceFamilies, type.family) &&
      type.generation >= (pool.minGeneration ?? 0) &&
      (!mode.prefixDelegation || type.nitro) &&
      // What the data does not know cannot narrow the set.
      pool.requirements.every(
        requirement => meetsRequirement(type, requirement) ?? true,
      ),
  );
}

function splitByRoom(pool: TypeChoice, mode: AddressMode) {
  const allowed = allowedTypes(pool, mode);
  return {
    allowed,
    roomy: allowed.filter(type => hasRoomForPods(type, mode)),
  };
}

/**
 * The instance types that a pool may launch, as far as the data knows: without
 * those that serve too few pods, unless it has no others.
 */
export function candidateTypes(
  pool: TypeChoice,
  mode: AddressMode,
): InstanceType[] {
  const { allowed, roomy } = splitByRoom(pool, mode);
  return roomy.length > 0 ? roomy : allowed;
}

/** Whether a pool allows types, and each serves too few pods to be of use. */
export function hasOnlySmallTypes(
  pool: TypeChoice,
  mode: AddressMode,
): boolean {
  const { allowed, roomy } = splitByRoom(pool, mode);
  return allowed.length > 0 && roomy.length === 0;
}

/** What keeps a pool from types that serve too few pods. */
export type LeftOut = { sizes: string[]; types: string[] };

/**
 * The types that a pool would allow and that serve too few pods: by their size
 * where no other type of it is allowed, so that newer ones are kept out, too.
 */
export function leftOutTypes(pool: TypeChoice, mode: AddressMode): LeftOut {
  const { allowed, roomy } = splitByRoom(pool, mode);
  if (roomy.length === 0) {
    return { sizes: [], types: [] };
  }
  const kept = new Set(roomy.map(({ size }) => size));
  const out = allowed.filter(type => !hasRoomForPods(type, mode));
  const sorted = (names: string[]) => [...new Set(names)].sort();
  return {
    sizes: sorted(out.map(({ size }) => size).filter(size => !kept.has(size))),
    types: sorted(
      out.filter(({ size }) => kept.has(size)).map(({ name }) => name),
    ),
  };
}
