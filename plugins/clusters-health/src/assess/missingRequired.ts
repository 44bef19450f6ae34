import type { SourceReport } from '@clusterworks/plugin-clusters-common';
import { allKinds } from '../kinds';

const requiredSources = new Set<string>([
  ...allKinds
    .filter(({ required }) => required)
    .map(({ resource }) => resource),
  'cilium-agent',
  'cilium-operator',
  'karpenter',
]);

/** The first source that the verdict needs and whose state is not `ok`. */
export function missingRequired(
  sources: readonly SourceReport[],
): SourceReport | undefined {
  return sources.find(
    ({ name, state }) => state !== 'ok' && requiredSources.has(name),
  );
}
