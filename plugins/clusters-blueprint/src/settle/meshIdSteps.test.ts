import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { renderCluster } from '../renderCluster';

const withMesh = (id?: number): ClusterSpec => ({
  ...specs.minimal,
  spec: {
    ...specs.minimal.spec,
    cilium: id ? { clusterMesh: { enabled: true, id } } : undefined,
  },
});
const values = 'platform/overlays/dev/minimal/cilium-values.yaml';
const saysOf = (...args: Parameters<typeof renderCluster>) =>
  renderCluster(...args)
    .warnings.filter(({ code }) => code === 'cluster-id-changes')
    .map(({ message }) => message);

describe('cluster.id', () => {
  it('is named in the review when a mesh is switched on later', () => {
    const before = renderCluster(withMesh()).files;
    expect(saysOf(withMesh(7), { before })).toEqual([
      expect.stringContaining('cluster.id goes from 0 to 7'),
    ]);
  });

  it('is named when it changes back or to another one', () => {
    const before = renderCluster(withMesh(7)).files;
    expect(saysOf(withMesh(), { before })).toHaveLength(1);
    expect(saysOf(withMesh(8), { before })).toHaveLength(1);
  });

  it.each<[string, (files: Record<string, string>) => object | undefined]>([
    ['a new cluster', () => undefined],
    ['a cluster that keeps its id', files => files],
    ['values that nobody can read', files => ({ ...files, [values]: '{' })],
    ['values that are gone', ({ [values]: _, ...rest }) => rest],
  ])('is no matter of %s', (_, beforeOf) => {
    const { files } = renderCluster(withMesh(7));
    const before = beforeOf(files) as Record<string, string> | undefined;
    expect(saysOf(withMesh(7), { before })).toEqual([]);
  });
});
