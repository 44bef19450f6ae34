/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { Manifest } from './karpenter/Manifest';
import { karpenterManifests } from './karpenter/karpenterOverlay';
import { renderCluster } from './renderCluster';
import { objectsOf } from './__testUtils__/renderedManifests';
import { specs } from './__testUtils__/specs';
import { hasTool, itWith, writeFiles } from './__testUtils__/tools';

describe('kubectl kustomize', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'clusterworks-kustomize-'));
    // All specs share one tree, because two clusters never write different
    // bytes to a path.
    Object.values(specs).forEach(spec =>
      writeFiles(root, renderCluster(spec).files),
    );
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const build = (path: string) =>
    objectsOf(
      execFileSync('kubectl', ['kustomize', join(root, path)], {
        encoding: 'utf8',
      }),
    );
  const keyed = (manifests: Manifest[]) =>
    Object.fromEntries(
      manifests.map(each => [`${each.kind}/${each.metadata.name}`, each]),
    );

  itWith(hasTool('kubectl')).each(Object.entries(specs))(
    'prints exactly the NodeClasses and NodePools of %s',
    (name, spec) => {
      const overlay = `platform/overlays/${spec.spec.environment}/${name}`;
      const printed = build(`${overlay}/karpenter`);
      const wanted = karpenterManifests(
        resolveClusterSpec(renderCluster(spec).spec),
      );
      expect(printed).toHaveLength(wanted.length);
      expect(keyed(printed)).toEqual(keyed(wanted));
    },
  );

  itWith(hasTool('kubectl'))('builds the whole overlay of a cluster', () => {
    const kinds = build('platform/overlays/prod/general-gpu').map(
      each => each.kind,
    );
    expect(kinds.sort()).toEqual([
      'ClusterRole',
      'ClusterRole',
      'ClusterRoleBinding',
      'ClusterRoleBinding',
      'DaemonSet',
      'EC2NodeClass',
      'EC2NodeClass',
      'NodePool',
      'NodePool',
      'NodePool',
      'StorageClass',
    ]);
    expect(
      build('platform/overlays/dev/hardened').filter(
        each => each.kind === 'CiliumClusterwideNetworkPolicy',
      ),
    ).toHaveLength(5);
  });
});
