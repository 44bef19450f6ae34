import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { groupNodes, nodeArea } from './nodeGroups';

const node = (name: string, overrides: Partial<NodeView> = {}): NodeView => ({
  name,
  state: 'ready',
  ...overrides,
});

const nodes = [
  node('c', { zone: 'eu-west-1b', cpu: 8 }),
  node('a', { zone: 'eu-west-1a', cpu: 24 }),
  node('b'),
];

describe('node map', () => {
  it('groups nodes and keeps those without a group at the end', () => {
    expect(groupNodes(nodes, 'zone').map(({ name }) => name)).toEqual([
      'eu-west-1a',
      'eu-west-1b',
      undefined,
    ]);
  });

  it('draws nodes by their size, and the unknown small', () => {
    expect(nodes.map(nodeArea(nodes, 'cpu'))).toEqual([8, 24, 2]);
    expect(nodes.map(nodeArea(nodes, 'pods'))).toEqual([1, 1, 1]);
  });
});
