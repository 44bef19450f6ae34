import { build, type Overrides } from '../base/build';
import type { KubeObject } from '../base/KubeObject';
import { ago, microTime } from '../base/time';

/** Leases by which a leader is elected, and who takes part. */
export const leaderLeases = {
  karpenter: 'karpenter-leader-election',
  ciliumOperator: 'cilium-operator-resource-lock',
} as const;

/** What decides how a Lease looks. */
export interface LeaseFacts {
  namespace?: string;
  holder?: string;
  /** How long it holds without being renewed. */
  seconds?: number;
  createdAt?: string;
  /** Set in the Lease of a leader only; nodes do not acquire theirs. */
  acquiredAt?: string;
  renewedAt?: string;
}

/** A Lease, renewed two seconds ago. */
export function lease(
  name: string,
  facts: LeaseFacts & Overrides = {},
): KubeObject {
  const { createdAt = ago('1d'), renewedAt = ago('2s') } = facts;
  return build(
    {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name,
        namespace: facts.namespace ?? 'kube-system',
        creationTimestamp: createdAt,
      },
      spec: {
        ...(facts.acquiredAt && {
          acquireTime: microTime(facts.acquiredAt),
          leaseTransitions: 0,
        }),
        holderIdentity: facts.holder ?? 'leader',
        leaseDurationSeconds: facts.seconds ?? 15,
        renewTime: microTime(renewedAt),
      },
    },
    facts,
  );
}
