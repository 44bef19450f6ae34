import { OWNER_TAG } from '@clusterworks/plugin-clusters-spec';
import type { ClassFacts, ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';
import { imageReleases } from './imageReleases';
import { readPools } from './readPools';

const KARPENTER = 'spec.karpenter';

function readReleases(classes: readonly ClassFacts[], draft: SpecDraft): void {
  const linux = imageReleases(classes, 'al2023');
  if (linux.length === 1) {
    draft.set(`${KARPENTER}.amiRelease`, linux[0]);
  } else {
    draft.ask(
      `${KARPENTER}.amiRelease`,
      linux.length > 1
        ? `NodeClasses use different releases of images (${linux.join(
            ', ',
          )}); the blueprint pins one. Which? Nodes of the others are replaced.`
        : 'No NodeClass names a release of images of Amazon Linux 2023. Which release is to be pinned?',
    );
  }
  if (!classes.some(({ amiAliases }) => amiAliases.some(isBottlerocket))) {
    return;
  }
  const bottlerocket = imageReleases(classes, 'bottlerocket');
  if (bottlerocket.length === 1) {
    draft.set(`${KARPENTER}.bottlerocketRelease`, bottlerocket[0]);
  } else {
    draft.ask(
      `${KARPENTER}.bottlerocketRelease`,
      `NodeClasses use ${
        bottlerocket.join(', ') || 'no known release'
      } of Bottlerocket. Which release is to be pinned?`,
    );
  }
}

function isBottlerocket(alias: string): boolean {
  return alias.startsWith('bottlerocket@');
}

function readOwnerTags(classes: readonly ClassFacts[], draft: SpecDraft): void {
  const path = `${KARPENTER}.ownerTags`;
  const tagged = classes.filter(({ tags }) => Object.hasOwn(tags, OWNER_TAG));
  if (classes.length === 0) {
    draft.ask(
      path,
      'Are nodes to carry tags of cluster, environment and owner?',
    );
  } else {
    draft.set(path, tagged.length === classes.length);
  }
}

/** Karpenter: where it runs, images, and pools. */
export function readKarpenter(facts: ImportFacts, draft: SpecDraft): void {
  const classes = facts.snapshot.resources.ec2nodeclasses.items;
  const { karpenter } = facts.components;
  if (karpenter?.namespace) {
    draft.set(`${KARPENTER}.namespace`, karpenter.namespace);
  } else {
    draft.ask(
      `${KARPENTER}.namespace`,
      'The capture has no Karpenter. Which namespace is it to be in?',
    );
  }
  readReleases(classes, draft);
  readOwnerTags(classes, draft);
  draft.ask(
    `${KARPENTER}.registryMirrors`,
    'Which registry mirrors do nodes use? User data may hold secrets and is not captured. An empty list means none.',
  );
  readPools(facts, draft);
}
