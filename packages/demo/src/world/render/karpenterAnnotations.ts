import { PoolPlan, WorldPlan } from '../model/WorldPlan';

/** Every node of a pool carries the same few hashes, and big numbers are slow. */
const known = new Map<string, string>();

/** A stable number of 64 bits, as Karpenter's hashes look. */
export function karpenterHash(value: unknown): string {
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

/** `<cluster>_<hash>` (karpenter-observed 35). */
export function instanceProfile(plan: WorldPlan): string {
  return `${plan.name}_${karpenterHash(plan.name)}`;
}

/** Hash of a NodeClass, in its annotation and in those of its claims. */
export function nodeClassHash(name: string, plan: WorldPlan): string {
  const spec = plan.nodeClasses.find(each => each.name === name)?.spec;
  return karpenterHash(spec ?? name);
}

/** Annotations that Karpenter puts on a NodeClaim and copies to its Node. */
export function karpenterAnnotations(
  pool: PoolPlan,
  plan: WorldPlan,
): Record<string, string> {
  return {
    'karpenter.k8s.aws/ec2nodeclass-hash': nodeClassHash(pool.nodeClass, plan),
    'karpenter.k8s.aws/ec2nodeclass-hash-version': 'v5',
    'karpenter.k8s.aws/instance-profile-name': instanceProfile(plan),
    'karpenter.sh/nodeclaim-min-values-relaxed': 'false',
    'karpenter.sh/nodepool-hash': karpenterHash(pool.spec.template ?? {}),
    'karpenter.sh/nodepool-hash-version': 'v3',
  };
}
