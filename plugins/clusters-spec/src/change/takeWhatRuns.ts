import { parseDocument } from 'yaml';
import semver from 'semver';
import {
  type ClusterSpec,
  readClusterSpecYaml,
  resolveVersions,
} from '../spec';
import { minorOf } from '../versions';

/**
 * What was seen of a cluster that `cluster.yaml` may say otherwise.
 *
 * @public
 */
export interface WhatRuns {
  versions: { kubernetes?: string; karpenter?: string; cilium?: string };
  /** Releases of the node images, YYYY-MM-DD. */
  imageReleases: readonly string[];
  /** Tags that each EC2NodeClass gives to its nodes. */
  nodeTags: readonly Readonly<Record<string, string>>[];
}

type Edit = { path: string[]; value: string };

/** The order of upgrades. A pull request changes one component only. */
const COMPONENTS = ['karpenter', 'kubernetes', 'cilium'] as const;

/**
 * `cluster.yaml` with what runs in the cluster in place of what git wants:
 * a newer version of one component, the release of the images if there is only
 * one, and the values of its tags. What is older than git wants is not taken:
 * there git is ahead, and waits to be applied. Comments stay.
 *
 * @returns the text and the fields that were changed; undefined when nothing
 *   can be taken
 *
 * @public
 */
export function takeWhatRuns(
  text: string,
  seen: WhatRuns,
): { text: string; fields: string[] } | undefined {
  const { spec } = readClusterSpecYaml(text);
  if (!spec) {
    return undefined;
  }
  const edits = [
    ...versionEdits(spec, seen).slice(0, 1),
    ...imageEdits(spec, seen),
    ...tagEdits(spec, seen),
  ];
  if (edits.length === 0) {
    return undefined;
  }
  const document = parseDocument(text);
  edits.forEach(({ path, value }) => document.setIn(path, value));
  return {
    text: String(document),
    fields: edits.map(({ path }) => path.join('.')),
  };
}

function versionEdits({ spec }: ClusterSpec, { versions }: WhatRuns): Edit[] {
  const wanted = resolveVersions(spec.versions);
  return COMPONENTS.flatMap(component => {
    const seen = versions[component];
    // EKS reports 1.35.4 where the spec says 1.35.
    const value = component === 'kubernetes' ? minorOf(seen) : seen;
    return value && isNewer(value, wanted[component])
      ? [{ path: ['spec', 'versions', component], value }]
      : [];
  });
}

function isNewer(left: string, right: string): boolean {
  const [a, b] = [semver.coerce(left), semver.coerce(right)];
  return a !== null && b !== null && semver.gt(a, b);
}

function imageEdits({ spec }: ClusterSpec, { imageReleases }: WhatRuns) {
  const [release, ...others] = new Set(imageReleases);
  const wanted = spec.karpenter?.amiRelease;
  const value = `v${release?.replaceAll('-', '')}`;
  return wanted && release && others.length === 0 && value !== wanted
    ? [{ path: ['spec', 'karpenter', 'amiRelease'], value }]
    : [];
}

/** The tags of git that have the same other value everywhere. */
function tagEdits({ spec }: ClusterSpec, { nodeTags }: WhatRuns): Edit[] {
  return Object.entries(spec.tags ?? {}).flatMap(([key, wanted]) => {
    const values = nodeTags.map(tags =>
      Object.hasOwn(tags, key) ? tags[key] : undefined,
    );
    const [value, ...others] = new Set(values);
    return value !== undefined && others.length === 0 && value !== wanted
      ? [{ path: ['spec', 'tags', key], value }]
      : [];
  });
}
