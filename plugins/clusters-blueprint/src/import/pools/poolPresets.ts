import { gpuLabels, gpuTaints } from '../../karpenter/nodePool';
import type { PoolFacts } from '../ImportFacts';
import type { PoolSelection } from './poolSelection';

type Preset = 'general' | 'gpu' | 'custom';

function hasGpuMarks({ templateLabels, taints }: PoolFacts): boolean {
  return (
    Object.entries(gpuLabels).every(
      ([key, value]) => templateLabels[key] === value,
    ) &&
    gpuTaints.every(wanted =>
      taints.some(
        ({ key, value, effect }) =>
          key === wanted.key &&
          value === wanted.value &&
          effect === wanted.effect,
      ),
    )
  );
}

/**
 * The preset of a pool. A preset narrows down what a pool does not name, so a
 * pool that leaves its categories open is `custom`.
 */
export function presetOf(facts: PoolFacts, selection: PoolSelection): Preset {
  const { instanceCategories, instanceFamilies, minGeneration } = selection;
  if (hasGpuMarks(facts) && (instanceFamilies || instanceCategories)) {
    return 'gpu';
  }
  const isGeneral =
    facts.nodeClass.name === 'default' &&
    (instanceFamilies !== undefined ||
      (instanceCategories !== undefined && minGeneration !== undefined));
  return isGeneral ? 'general' : 'custom';
}

/** The labels of a pool without those of its preset. */
export function ownLabels(
  { templateLabels }: PoolFacts,
  preset: Preset,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(templateLabels).filter(
      ([key]) => preset !== 'gpu' || !Object.hasOwn(gpuLabels, key),
    ),
  );
}

/** The taints of a pool without those of its preset. */
export function ownTaints({ taints }: PoolFacts, preset: Preset) {
  return taints
    .filter(
      taint =>
        preset !== 'gpu' ||
        !gpuTaints.some(
          each =>
            each.key === taint.key &&
            each.value === taint.value &&
            each.effect === taint.effect,
        ),
    )
    .map(({ key, value, effect }) => ({
      key,
      ...(value === undefined ? {} : { value }),
      effect,
    }));
}
