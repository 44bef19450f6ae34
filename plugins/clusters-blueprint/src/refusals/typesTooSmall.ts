import { hasOnlySmallTypes } from '@clusterworks/plugin-clusters-spec';
import type { NewClusterRule } from './NewClusterIssue';

/** A pool in which every type has addresses for only a few pods. */
export const typesTooSmall: NewClusterRule = ({ spec }) =>
  spec.karpenter.nodePools.flatMap((pool, index) =>
    hasOnlySmallTypes(pool, spec.cilium)
      ? {
          code: 'types-too-small',
          path: `spec.karpenter.nodePools[${index}]`,
          message:
            'allows only types that have addresses for a few pods, of which every node needs some for itself: allow larger sizes, or switch on cilium.prefixDelegation',
        }
      : [],
  );
