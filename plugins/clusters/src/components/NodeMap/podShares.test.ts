import type { NodePod } from '@clusterworks/plugin-clusters-common';
import { podShares } from './podShares';

const GIB = 1024 ** 3;
const node = { name: 'n', state: 'ready' as const, cpu: 4, memory: 8 * GIB };
const pods: NodePod[] = [
  { pod: 'a/large', cpu: 2, memory: GIB },
  { pod: 'a/none', cpu: 0, memory: 0 },
];

describe('podShares', () => {
  it.each([
    ['cpu', [0.5, 0.004]],
    ['memory', [0.125, 0.004]],
    ['pods', [0.5, 0.5]],
  ] as const)('are of the %s of the node', (size, shares) => {
    expect(podShares(node, pods, size).map(({ share }) => share)).toEqual(
      shares,
    );
  });

  it('are none when the size of the node is not known', () => {
    expect(podShares({ ...node, cpu: undefined }, pods, 'cpu')).toEqual([]);
    expect(podShares(node, [], 'pods')).toEqual([]);
  });
});
