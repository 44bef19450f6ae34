import {
  type ClusterSpec,
  resolveClusterSpec,
  clusterTags,
} from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { RECORD_FILE, recordOf } from '../records';
import { renderCluster } from '../renderCluster';
import { specs } from '../__testUtils__/specs';

const spec: ClusterSpec = {
  ...specs.minimal,
  spec: { ...specs.minimal.spec, tags: { 'cost-center': '4711' } },
};
const wanted = {
  'clusterworks.dev/cluster': 'minimal',
  'clusterworks.dev/environment': 'dev',
  'clusterworks.dev/owner': 'group:default/platform',
  'cost-center': '4711',
};
const overlay = 'platform/overlays/dev/minimal';

function tagsIn(before?: Record<string, string>, given = spec) {
  const { files } = renderCluster(given, { before });
  return {
    nodes: parse(files[`${overlay}/karpenter/nodeclass-default.yaml`]).spec
      .tags,
    interfaces: parse(files[`${overlay}/cilium-values.yaml`]).eni.eniTags,
  };
}
const existing = { [`clusters/dev/minimal/${RECORD_FILE}`]: recordOf({}) };

describe('tags of cluster, environment, owner and cost', () => {
  it('are on nodes and interfaces of a new cluster', () => {
    const { nodes, interfaces } = tagsIn();
    expect(nodes).toMatchObject(wanted);
    expect(interfaces).toEqual(wanted);
  });

  it('come to the nodes of one that exists only when asked for', () => {
    // Adding the tags makes Karpenter replace every node.
    expect(tagsIn(existing).nodes).toEqual({ 'cost-center': '4711' });
    expect(tagsIn(existing).interfaces).toEqual(wanted);
    const asked = {
      ...spec,
      spec: { ...spec.spec, karpenter: { ownerTags: true } },
    };
    expect(tagsIn(existing, asked).nodes).toMatchObject(wanted);
  });

  it('are overruled by tags of the spec, whatever the case of their keys', () => {
    const tags = clusterTags(
      resolveClusterSpec({
        ...spec,
        spec: { ...spec.spec, tags: { 'Clusterworks.dev/Owner': 'me' } },
      }),
    );
    expect(tags).toEqual({
      'clusterworks.dev/cluster': 'minimal',
      'clusterworks.dev/environment': 'dev',
      'Clusterworks.dev/Owner': 'me',
    });
  });
});
