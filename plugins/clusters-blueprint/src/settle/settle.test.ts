import {
  firstImageRelease,
  newestImageRelease,
  parseClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { planChanges } from '../plan';
import { renderCluster } from '../renderCluster';
import { pathsBefore } from './earlierRender';
import type { FilesByPath } from '../FilesByPath';

const source = `# The cluster of the payments team.
apiVersion: clusterworks.dev/v1alpha1
kind: Cluster
metadata: { name: payments-dev, owner: payments }
spec:
  environment: dev
  region: eu-west-1 # Dublin
  network:
    vpcCidr: 10.40.0.0/16
`;
const spec = parseClusterSpecYaml(source);
const folder = 'clusters/dev/payments-dev';
const classPath =
  'platform/overlays/dev/payments-dev/karpenter/nodeclass-default.yaml';
const basePath = 'platform/karpenter/nodeclasses/default.yaml';

/** A tree as it was rendered when cluster.yaml named no image release. */
function oldTree(
  release: string | undefined,
  base = firstImageRelease,
): FilesByPath {
  const { files } = renderCluster(spec);
  const alias = /al2023@v\d+/;
  return {
    ...files,
    [`${folder}/cluster.yaml`]: source,
    [classPath]: release
      ? files[classPath].replace(alias, `al2023@${release}`)
      : files[classPath].replace(/ {2}amiSelectorTerms:\n.*\n/, ''),
    [basePath]: files[basePath].replace(alias, `al2023@${base}`),
  };
}

/** The render options for a tree. */
function before(files: FilesByPath): FilesByPath {
  return Object.fromEntries(
    pathsBefore(spec).flatMap(path =>
      files[path] === undefined ? [] : [[path, files[path]]],
    ),
  );
}

describe('the release of node images', () => {
  it('is written into cluster.yaml and the overlay of a new cluster', () => {
    const { files, warnings } = renderCluster(spec, { source });
    const text = files[`${folder}/cluster.yaml`];
    expect(parseClusterSpecYaml(text).spec.karpenter).toEqual({
      amiRelease: newestImageRelease.release,
      ownerTags: true,
    });
    // Comments and style stay.
    expect(text.startsWith(source)).toBe(true);
    expect(files[classPath]).toContain(`al2023@${newestImageRelease.release}`);
    expect(warnings.map(({ code }) => code)).not.toContain('values-settled');
  });

  it.each<[string, FilesByPath, string]>([
    ['its overlay pins', oldTree('v20260101'), 'v20260101'],
    ['the base pins', oldTree(undefined, 'v20250505'), 'v20250505'],
  ])('of a cluster that exists is what %s, never newer', (_, tree, release) => {
    const { files, warnings } = renderCluster(spec, {
      source,
      before: before(tree),
    });
    expect(files[`${folder}/cluster.yaml`]).toContain(`amiRelease: ${release}`);
    expect(files[classPath]).toContain(`al2023@${release}`);
    expect(warnings).toContainEqual({
      code: 'values-settled',
      message: expect.stringContaining(`spec.karpenter.amiRelease ${release}`),
    });
  });

  it('is settled once: the next render changes nothing', () => {
    const first = renderCluster(spec, { source }).files;
    const text = first[`${folder}/cluster.yaml`];
    const again = renderCluster(parseClusterSpecYaml(text), {
      source: text,
      before: before(first),
    });
    expect(again.warnings.map(({ code }) => code)).not.toContain(
      'values-settled',
    );
    expect(
      planChanges({ rendered: again.files, current: first }).write,
    ).toEqual({});
    // Also from the original text, which does not name the release.
    const given = renderCluster(spec, { source, before: before(first) });
    expect(given.files).toEqual(first);
  });

  it('moves for one cluster alone', () => {
    const moved = renderCluster({
      ...spec,
      spec: { ...spec.spec, karpenter: { amiRelease: 'v20261201' } },
    });
    const plan = planChanges({
      rendered: moved.files,
      current: renderCluster(spec).files,
    });
    expect(
      Object.keys(plan.write).filter(path => !path.includes('payments-dev')),
    ).toEqual([]);
    expect(plan.write[classPath]).toContain('al2023@v20261201');
  });

  it('is there even where the base pins the same', () => {
    const { files } = renderCluster({
      ...spec,
      spec: { ...spec.spec, karpenter: { amiRelease: firstImageRelease } },
    });
    expect(files[classPath]).toContain(`al2023@${firstImageRelease}`);
  });
});

describe('cluster.yaml', () => {
  it('is rewritten if a value cannot be inserted into the text', () => {
    const text = source
      .replace('metadata: {', 'metadata: &pool {')
      .replace(
        'spec:\n',
        'spec:\n  karpenter: &k { namespace: kube-system }\n',
      );
    const aliased = text.replace('&k { namespace: kube-system }', '&k {}');
    const { files } = renderCluster(parseClusterSpecYaml(aliased), {
      source: aliased,
    });
    const written = files[`${folder}/cluster.yaml`];
    expect(parseClusterSpecYaml(written).spec.karpenter?.amiRelease).toBe(
      newestImageRelease.release,
    );
  });
});
