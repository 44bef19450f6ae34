import {
  type LaunchPool,
  launchPools,
  nodeClassNameOf,
  overlayFolder,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { readAssets } from '../assets/readAssets';
import { mergePatch } from '../yaml/mergePatch';
import { toYaml } from '../yaml/toYaml';
import type { Manifest } from './Manifest';
import { nodeClass } from './nodeClass';
import { nodePool } from './nodePool';

/** The NodeClasses and NodePools that all clusters share. */
export function baseManifests(): Manifest[] {
  return Object.entries(readAssets('platform/karpenter'))
    .filter(([path]) => /\/node(classes|pools)\//.test(path))
    .map(([, text]) => parse(text) as Manifest);
}

function keyOf({ kind, metadata }: Manifest): string {
  return `${kind}/${metadata.name}`;
}

/** `nodepool-gpu-spot.yaml`, `nodeclass-default.yaml`. */
function fileOf({ kind, metadata }: Manifest): string {
  return `${kind === 'NodePool' ? 'nodepool' : 'nodeclass'}-${
    metadata.name
  }.yaml`;
}

/**
 * The NodeClasses and NodePools of a cluster, complete.
 *
 * @public
 */
export function karpenterManifests(resolved: ResolvedClusterSpec): Manifest[] {
  const pools = launchPools(resolved.spec);
  const groups = new Map<string, LaunchPool[]>();
  for (const pool of pools) {
    const name = nodeClassNameOf(pool);
    groups.set(name, [...(groups.get(name) ?? []), pool]);
  }
  const bases = new Map(baseManifests().map(each => [keyOf(each), each]));
  const classes = [...groups].map(([name, members]) => {
    const from = members[0].preset === 'gpu' ? 'gpu' : 'default';
    const base = bases.get(`EC2NodeClass/${from}`);
    if (!base) {
      throw new Error(`The assets have no NodeClass ${from}`);
    }
    return nodeClass(name, base, members, resolved);
  });
  return [...classes, ...pools.map(pool => nodePool(pool, resolved))];
}

/**
 * The fields that every patch sets, even if they equal the base. All clusters
 * share the base, and a change of its images would replace the nodes of
 * clusters that do not set them.
 */
function ownPart({ kind, spec }: Manifest): Record<string, unknown> {
  const { amiSelectorTerms } = spec as { amiSelectorTerms?: unknown };
  return kind === 'EC2NodeClass' ? { amiSelectorTerms } : {};
}

/** A patch that makes a manifest of its base; undefined when they are equal. */
function patchFor(base: Manifest, manifest: Manifest): unknown {
  const patch = mergePatch(base, manifest) as
    | { metadata?: object; spec?: object; [key: string]: unknown }
    | undefined;
  if (patch === undefined) {
    return undefined;
  }
  const { metadata, ...rest } = patch;
  return {
    apiVersion: base.apiVersion,
    kind: base.kind,
    metadata: { name: base.metadata.name, ...metadata },
    ...rest,
    ...(rest.spec ? { spec: { ...ownPart(manifest), ...rest.spec } } : {}),
  };
}

/**
 * `platform/overlays/<environment>/<name>/karpenter`: with the base it prints
 * exactly the NodeClasses and NodePools of this cluster.
 */
export function karpenterOverlay(
  resolved: ResolvedClusterSpec,
): Record<string, string> {
  const folder = `${overlayFolder({
    environment: resolved.spec.environment,
    name: resolved.metadata.name,
  })}/karpenter`;
  const files: Record<string, string> = {};
  const resources = ['../../../../karpenter'];
  const patches: { path: string }[] = [];
  const bases = baseManifests();
  const wanted = new Map(
    karpenterManifests(resolved).map(each => [keyOf(each), each]),
  );

  for (const base of bases) {
    const manifest = wanted.get(keyOf(base));
    const patch = manifest
      ? patchFor(base, manifest)
      : {
          apiVersion: base.apiVersion,
          kind: base.kind,
          metadata: { name: base.metadata.name },
          $patch: 'delete',
        };
    if (patch) {
      patches.push({ path: fileOf(base) });
      files[`${folder}/${fileOf(base)}`] = toYaml(patch, [
        manifest
          ? 'What this cluster adds to platform/karpenter.'
          : 'This cluster has none.',
      ]);
    }
    wanted.delete(keyOf(base));
  }
  for (const manifest of wanted.values()) {
    resources.push(fileOf(manifest));
    files[`${folder}/${fileOf(manifest)}`] = toYaml(manifest);
  }
  files[`${folder}/kustomization.yaml`] = toYaml({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
    ...(patches.length > 0 ? { patches } : {}),
  });
  return files;
}
