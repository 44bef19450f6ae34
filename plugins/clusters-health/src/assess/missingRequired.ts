import {
  clusterResources,
  SourceReport,
} from '@clusterworks/plugin-clusters-common';

const requiredSources = new Set<string>([
  ...clusterResources
    .filter(({ required }) => required)
    .map(({ source }) => source),
  'cilium-agent',
  'cilium-operator',
  'karpenter',
]);

/** The first source that a verdict cannot do without and that is not `ok`. */
export function missingRequired(
  sources: readonly SourceReport[],
): SourceReport | undefined {
  return sources.find(
    ({ name, state }) => state !== 'ok' && requiredSources.has(name),
  );
}
