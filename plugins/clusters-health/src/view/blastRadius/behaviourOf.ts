import type { BlastRadius } from '@clusterworks/plugin-clusters-common';
import type { KarpenterInGit } from './driftRules';
import { valueIn } from './KarpenterManifest';

/** Fields that Karpenter follows without replacing a node. */
const behaviour = [
  ['weight'],
  ['limits'],
  ['replicas'],
  ['disruption', 'budgets'],
  ['disruption', 'consolidateAfter'],
  ['disruption', 'consolidationPolicy'],
] as const;

/** Those of these fields that differ, of NodePools that stay. */
export function behaviourOf(
  before: KarpenterInGit,
  after: KarpenterInGit,
): BlastRadius['behaviour'] {
  return before.manifests.flatMap(was => {
    const { kind, metadata } = was;
    const is = after.manifests.find(
      each => each.kind === kind && each.metadata.name === metadata.name,
    );
    return kind === 'NodePool' && is
      ? behaviour
          .filter(
            path =>
              JSON.stringify(valueIn(was.spec, path)) !==
              JSON.stringify(valueIn(is.spec, path)),
          )
          .map(path => ({
            object: `NodePool/${metadata.name}`,
            field: path.join('.'),
          }))
      : [];
  });
}
