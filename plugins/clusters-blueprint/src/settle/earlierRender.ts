import {
  type ClusterSpec,
  clusterFolder,
  overlayFolder,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { readRecord, RECORD_FILE } from '../records';

type Files = Readonly<Record<string, string>>;

/** What the files of a cluster hold that was rendered before. */
export type EarlierRender = {
  /** Release of machine images, such as `v20261112`. */
  amiRelease?: string;
};

const BASE_NODE_CLASS = 'platform/karpenter/nodeclasses/default.yaml';

function folders({ metadata, spec }: ClusterSpec) {
  const cluster = { environment: spec.environment, name: metadata.name };
  return { own: clusterFolder(cluster), overlay: overlayFolder(cluster) };
}

/** NodeClasses of the overlay, the first that says something counts. */
function nodeClassPaths(spec: ClusterSpec): string[] {
  const pools = spec.spec.karpenter?.nodePools ?? [];
  const names = new Set([
    'default',
    'gpu',
    ...pools.flatMap(({ name }) => [name, `custom-${name}`]),
  ]);
  const { overlay } = folders(spec);
  return [...names].map(name => `${overlay}/karpenter/nodeclass-${name}.yaml`);
}

function recordPath(spec: ClusterSpec): string {
  return `${folders(spec).own}/${RECORD_FILE}`;
}

/**
 * Paths whose content render wants to know of a cluster that may have been
 * rendered before (`RenderOptions.before`).
 */
export function pathsBefore(spec: ClusterSpec): string[] {
  return [recordPath(spec), ...nodeClassPaths(spec), BASE_NODE_CLASS];
}

/** The release of images that a NodeClass pins, if it does. */
function imageReleaseOf(text: string | undefined): string | undefined {
  try {
    const alias: unknown = parse(text ?? '')?.spec?.amiSelectorTerms?.[0]
      ?.alias;
    return typeof alias === 'string'
      ? /^al2023@(v20\d{6})$/.exec(alias)?.[1]
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a repository says of a cluster that was rendered before; undefined for
 * a new one.
 *
 * @param files - at least those of {@link pathsBefore} that exist
 */
export function earlierRender(
  spec: ClusterSpec,
  files: Files = {},
): EarlierRender | undefined {
  if (readRecord(files[recordPath(spec)] ?? '') === undefined) {
    return undefined;
  }
  return {
    amiRelease: [...nodeClassPaths(spec), BASE_NODE_CLASS]
      .map(path => imageReleaseOf(files[path]))
      .find(release => release !== undefined),
  };
}
