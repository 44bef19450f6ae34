import type { Json } from '../base/build';
import type { ClusterFacts } from '../base/ClusterFacts';
import type { PoolFacts } from './poolFacts';

/**
 * Cached, because every node of a pool has the same hashes and BigInt
 * arithmetic is slow.
 */
const known = new Map<string, string>();

/** A stable number of 64 bits, as Karpenter's hashes look. */
function hashOf(value: unknown): string {
  const text = JSON.stringify(value);
  const before = known.get(text);
  if (before !== undefined) {
    return before;
  }
  let hash = 14695981039346656037n;
  for (const character of text) {
    hash =
      ((hash ^ BigInt(character.charCodeAt(0))) * 1099511628211n) % 2n ** 64n;
  }
  known.set(text, hash.toString());
  return hash.toString();
}

/** The instance profile that Karpenter makes for a role. */
export function instanceProfile({ name }: ClusterFacts): string {
  return `${name}_${hashOf(name)}`;
}

/** Hash annotations of an EC2NodeClass, which its NodeClaims copy. */
export function nodeClassHash(name: string): Record<string, string> {
  return {
    'karpenter.k8s.aws/ec2nodeclass-hash': hashOf(name),
    'karpenter.k8s.aws/ec2nodeclass-hash-version': 'v5',
  };
}

/** Hash annotations of a NodePool, which its NodeClaims copy. */
export function nodePoolHash(spec: Json): Record<string, string> {
  return {
    'karpenter.sh/nodepool-hash': hashOf(spec.template ?? {}),
    'karpenter.sh/nodepool-hash-version': 'v3',
  };
}

/** Annotations that Karpenter puts on a NodeClaim and copies to its Node. */
export function karpenterAnnotations(
  pool: PoolFacts,
  cluster: ClusterFacts,
): Record<string, string> {
  return {
    ...nodeClassHash(pool.nodeClass),
    ...nodePoolHash(pool.spec),
    'karpenter.k8s.aws/instance-profile-name': instanceProfile(cluster),
    'karpenter.sh/nodeclaim-min-values-relaxed': 'false',
  };
}
