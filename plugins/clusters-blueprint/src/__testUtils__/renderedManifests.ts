import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../karpenter/Manifest';
import { karpenterManifests } from '../karpenter/karpenterOverlay';
import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { renderCluster } from '../renderCluster';

/** Every object of a YAML text. */
export function objectsOf(text: string): Manifest[] {
  return parseAllDocuments(text).map(document => document.toJS() as Manifest);
}

/** Every Kubernetes object that a spec renders to, overlays composed. */
export function renderedManifests(spec: ClusterSpec): Manifest[] {
  const { files, spec: settled } = renderCluster(spec);
  const whole = Object.entries(files)
    .filter(
      ([path]) =>
        /^(policies|gitops|platform\/addons|platform\/overlays)\/.*\.yaml$/.test(
          path,
        ) &&
        !/values\.yaml$|kustomization\.yaml$/.test(path) &&
        !/\/karpenter\/[^/]+$/.test(path),
    )
    .flatMap(([, text]) => objectsOf(text));
  return [...whole, ...karpenterManifests(resolveClusterSpec(settled))];
}
