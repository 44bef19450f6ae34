import {
  type ClusterSpec,
  clusterFolder,
  type EksAddonName,
  overlayFolder,
  terraformFolder,
  OWNER_TAG,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { readRecord, RECORD_FILE } from '../records';
import { addonModules } from '../terraform/addonLocals';
import type { FilesByPath } from '../FilesByPath';

/** Components of a cluster whose versions are upgraded separately. */
export const steppedComponents = ['kubernetes', 'karpenter', 'cilium'] as const;

/** One of the components of a cluster. */
export type SteppedComponent = (typeof steppedComponents)[number];

/** Names of add-ons in `locals.tf`. The first two are in every cluster. */
export const rootAddonNames = {
  coreDns: 'coredns',
  podIdentityAgent: 'pod_identity_agent',
  ...addonModules,
} as const satisfies Record<EksAddonName, string>;

/** The values in the files of a cluster that was rendered before. */
export type EarlierRender = {
  /** As its Terraform root has them. */
  versions: Partial<Record<SteppedComponent, string>>;
  /** Release of machine images, such as `v20261112`. */
  amiRelease?: string;
  /** Add-ons that it has, by their name in `locals.tf`, with their version. */
  addons: ReadonlyMap<string, string | undefined>;
  /** Whether its nodes carry tags of cluster, environment and owner. */
  ownerTags: boolean;
  /** Cilium's `cluster.id`, which is part of every identity. */
  meshId?: number;
};

const BASE_NODE_CLASS = 'platform/karpenter/nodeclasses/default.yaml';

function folders({ metadata, spec }: ClusterSpec) {
  const cluster = { environment: spec.environment, name: metadata.name };
  return { own: clusterFolder(cluster), overlay: overlayFolder(cluster) };
}

/** NodeClasses of the overlay; the first one that sets a value counts. */
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
 *
 * @public
 */
export function pathsBefore(spec: ClusterSpec): string[] {
  return [
    recordPath(spec),
    statusPath(spec),
    localsPath(spec),
    ciliumValuesPath(spec),
    ...nodeClassPaths(spec),
    BASE_NODE_CLASS,
  ];
}

function statusPath(spec: ClusterSpec): string {
  return `${folders(spec).own}/status.yaml`;
}

function ciliumValuesPath(spec: ClusterSpec): string {
  return `${folders(spec).overlay}/cilium-values.yaml`;
}

function localsPath({ metadata, spec }: ClusterSpec): string {
  return `${terraformFolder({
    environment: spec.environment,
    name: metadata.name,
  })}/locals.tf`;
}

/**
 * Whether the repository describes a running cluster for which nothing was
 * rendered. Its root would make Terraform create a second cluster of this name.
 *
 * @param files - at least those of {@link pathsBefore} that exist
 */
export function runsWithoutRoot(
  spec: ClusterSpec,
  files: Readonly<FilesByPath> = {},
): boolean {
  return (
    files[statusPath(spec)] !== undefined &&
    readRecord(files[recordPath(spec)] ?? '') === undefined
  );
}

/** Versions by the names that `locals.tf` has for them. */
function versionsOf(locals = ''): EarlierRender['versions'] {
  return Object.fromEntries(
    steppedComponents.flatMap(component => {
      const found = new RegExp(
        `^\\s*${component}_version\\s*=\\s*"(\\d+(?:\\.\\d+){1,2})"`,
        'm',
      ).exec(locals);
      return found ? [[component, found[1]]] : [];
    }),
  );
}

/** The add-ons that `locals.tf` holds. */
function addonsOf(locals = ''): EarlierRender['addons'] {
  const block = /^ {2}addons\s*= \{\n([^]*?)^ {2}\}/m.exec(locals)?.[1] ?? '';
  const parts = block.matchAll(/^ {4}(\w+)\s*= \{\n([^]*?)^ {4}\}/gm);
  const versionIn = (text: string, field: string) =>
    new RegExp(`^\\s*${field}\\s*= "([^"\\\\]*)"`, 'm').exec(text)?.[1];
  const { coreDns, podIdentityAgent } = rootAddonNames;
  return new Map([
    ...[coreDns, podIdentityAgent].map(
      name => [name, versionIn(locals, `${name}_version`)] as const,
    ),
    ...[...parts].map(
      ([, name, text]) => [name, versionIn(text, 'version')] as const,
    ),
  ]);
}

type NodeClassSpec = {
  amiSelectorTerms?: { alias?: unknown }[];
  tags?: Record<string, unknown>;
};

/** A YAML text as far as it can be read, since people may have edited it. */
function readYaml(text: string | undefined): Record<string, unknown> {
  try {
    return (parse(text ?? '') ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** The spec of a NodeClass, or of a patch of one; empty when it is none. */
function nodeClassSpecOf(text: string | undefined): NodeClassSpec {
  return (readYaml(text).spec ?? {}) as NodeClassSpec;
}

function meshIdOf(text: string | undefined): number | undefined {
  const { id } = (readYaml(text).cluster ?? {}) as { id?: unknown };
  return typeof id === 'number' ? id : undefined;
}

/** The release of images that a NodeClass pins, if it does. */
function imageReleaseOf({ amiSelectorTerms }: NodeClassSpec) {
  const alias = Array.isArray(amiSelectorTerms)
    ? amiSelectorTerms[0]?.alias
    : undefined;
  return typeof alias === 'string'
    ? /^al2023@(v20\d{6})$/.exec(alias)?.[1]
    : undefined;
}

/**
 * The values in the repository of a cluster that was rendered before;
 * undefined for a new cluster.
 *
 * @param files - at least those of {@link pathsBefore} that exist
 */
export function earlierRender(
  spec: ClusterSpec,
  files: Readonly<FilesByPath> = {},
): EarlierRender | undefined {
  if (readRecord(files[recordPath(spec)] ?? '') === undefined) {
    return undefined;
  }
  const own = nodeClassPaths(spec).map(path => nodeClassSpecOf(files[path]));
  return {
    versions: versionsOf(files[localsPath(spec)]),
    addons: addonsOf(files[localsPath(spec)]),
    amiRelease: [...own, nodeClassSpecOf(files[BASE_NODE_CLASS])]
      .map(imageReleaseOf)
      .find(release => release !== undefined),
    meshId: meshIdOf(files[ciliumValuesPath(spec)]),
    ownerTags: own.some(({ tags }) => tags && OWNER_TAG in tags),
  };
}
