import type { ClusterSpec } from '../spec';

/**
 * A freeze of disruption, as `spec.karpenter.freeze` has it.
 *
 * @public
 */
export type FreezeSpec = NonNullable<
  NonNullable<ClusterSpec['spec']['karpenter']>['freeze']
>;

/**
 * The spec with a freeze of disruption, or without any.
 *
 * @public
 */
export function withFreeze(
  spec: ClusterSpec,
  freeze: FreezeSpec | undefined,
): ClusterSpec {
  const { freeze: _, ...karpenter } = spec.spec.karpenter ?? {};
  return {
    ...spec,
    spec: {
      ...spec.spec,
      karpenter: { ...karpenter, ...(freeze ? { freeze } : {}) },
    },
  };
}
