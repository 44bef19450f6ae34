import { LaunchPool } from './LaunchPool';

/**
 * The NodeClass of a pool: `default` for general pools, `gpu` for GPU pools,
 * one of its own (named after it) for a custom pool, whose instance types may
 * be any and so need their own maximum of pods.
 */
export function nodeClassNameOf(
  pool: Pick<LaunchPool, 'preset' | 'origin'>,
): string {
  switch (pool.preset) {
    case 'general':
      return 'default';
    case 'gpu':
      return 'gpu';
    default:
      return pool.origin === 'default' || pool.origin === 'gpu'
        ? `custom-${pool.origin}`
        : pool.origin;
  }
}
