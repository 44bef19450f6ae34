import type { LaunchPool } from './launchPools';

/**
 * The settings of a pool that decide its NodeClass.
 *
 * @public
 */
export type ClassChoice = Pick<
  LaunchPool,
  'preset' | 'origin' | 'amiFamily' | 'efa' | 'volume' | 'kubelet'
>;

/** Whether the settings of a pool's nodes differ from those of its preset. */
function hasOwnNodes(pool: ClassChoice): boolean {
  const { amiFamily, efa, volume, kubelet } = pool;
  return (
    amiFamily !== 'al2023' ||
    [efa, volume, kubelet].some(own => own !== undefined)
  );
}

/** A name that differs from those of the two shared NodeClasses. */
function ownClassName({ origin }: ClassChoice): string {
  return origin === 'default' || origin === 'gpu' ? `custom-${origin}` : origin;
}

/**
 * The NodeClass of a pool: `default` for general pools, `gpu` for GPU pools,
 * one of its own (named after it) for a custom pool, whose instance types may
 * be any and so need their own maximum of pods, and for one with an image,
 * adapters, volume or kubelet of its own.
 *
 * @public
 */
export function nodeClassNameOf(pool: ClassChoice): string {
  if (hasOwnNodes(pool)) {
    return ownClassName(pool);
  }
  switch (pool.preset) {
    case 'general':
      return 'default';
    case 'gpu':
      return 'gpu';
    default:
      return ownClassName(pool);
  }
}
