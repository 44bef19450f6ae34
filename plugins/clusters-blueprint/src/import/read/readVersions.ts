import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

const RELEASE = /^\d+\.\d+\.\d+$/;

/** The versions that run. */
export function readVersions(
  { aws, components }: ImportFacts,
  draft: SpecDraft,
): void {
  draft.set('spec.versions.kubernetes', aws.cluster.version);
  for (const [component, name] of [
    ['karpenter', 'Karpenter'],
    ['cilium', 'Cilium'],
  ] as const) {
    const path = `spec.versions.${component}`;
    const found = components[component];
    if (found?.version && RELEASE.test(found.version)) {
      draft.set(path, found.version);
    } else {
      draft.ask(
        path,
        found
          ? `Which version of ${name} runs? The capture does not tell a release: ${
              found.version ?? 'its image has no version'
            }.`
          : `The capture has no ${name}. Which version is to be installed?`,
      );
    }
  }
}
