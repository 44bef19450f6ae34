import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { groupNodes, relativeSize } from './nodeGroups';

const node = (name: string, overrides: Partial<NodeView> = {}): NodeView => ({
  name,
  state: 'ready',
  ...overrides,
});

const nodes = [
  node('c', { zone: 'eu-west-1b', cpu: 8 }),
  node('a', { zone: 'eu-west-1a', cpu: 16 }),
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

  it('draws nodes relative to the largest, and the unknown small', () => {
    expect(nodes.map(each => relativeSize(each, nodes, 'cpu'))).toEqual([
      0.5, 1, 0.25,
    ]);
    expect(relativeSize(nodes[0], nodes, 'pods')).toBe(0.25);
  });
});
