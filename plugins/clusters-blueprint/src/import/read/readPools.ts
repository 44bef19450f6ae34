import { baseVolumes } from '../pools/baseVolumes';
import { poolFromFacts } from '../pools/poolFromFacts';
import { joinSplitPools } from '../pools/splitPools';
import type { ImportFacts, PoolFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

const POOLS = 'spec.karpenter.nodePools';
const EC2_GROUP = 'karpenter.k8s.aws';

/** Whether Karpenter itself owns the pool, not EKS Auto Mode. */
function isOfKarpenter({ nodeClass }: PoolFacts): boolean {
  return (nodeClass.group ?? EC2_GROUP) === EC2_GROUP;
}

function noteOpenRequirements(pool: PoolFacts, draft: SpecDraft): void {
  for (const [key, field] of [
    ['kubernetes.io/arch', 'architectures'],
    ['karpenter.sh/capacity-type', 'capacityTypes'],
  ]) {
    if (!pool.requirements.some(each => each.key === key)) {
      draft.differ(
        `NodePool/${pool.name}`,
        `has no requirement for ${key}; a pool of the spec always has one, so ${field} names all values`,
      );
    }
  }
}

/** The NodePools as pools of the spec. */
export function readPools(facts: ImportFacts, draft: SpecDraft): void {
  const { nodepools, ec2nodeclasses } = facts.snapshot.resources;
  const byName = new Map(ec2nodeclasses.items.map(each => [each.name, each]));
  const prefixDelegation =
    facts.components.ciliumConfig?.['aws-enable-prefix-delegation'] === 'true';
  const pools = nodepools.items.flatMap(pool => {
    if (!isOfKarpenter(pool)) {
      draft.differ(
        `NodePool/${pool.name}`,
        `belongs to EKS Auto Mode (${pool.nodeClass.group}); it is left out`,
      );
      return [];
    }
    noteOpenRequirements(pool, draft);
    const found = poolFromFacts(pool, {
      nodeClass: byName.get(pool.nodeClass.name ?? ''),
      prefixDelegation,
      baseVolumes: baseVolumes(),
    });
    for (const { field, message } of found.notExpressed) {
      draft.differ(
        `NodePool/${pool.name} ${field}`,
        `cannot be expressed and is left out: ${message}`,
      );
    }
    if (!found.pool) {
      draft.differ(`NodePool/${pool.name}`, 'is left out of cluster.yaml');
    }
    return found.pool ?? [];
  });
  if (pools.length > 0) {
    draft.set(POOLS, joinSplitPools(pools));
  } else {
    draft.ask(
      POOLS,
      'The capture has no NodePool that the spec can express. Which pools is the cluster to have?',
    );
  }
}
