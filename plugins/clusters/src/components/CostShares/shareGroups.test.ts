import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { shareGroups } from './shareGroups';

const node = (change: Partial<NodeView>): NodeView => ({
  ...{ name: 'a', state: 'ready', cpu: 4, memory: 16, ...change },
});

describe('shareGroups', () => {
  it('has the largest share first, and those without a group apart', () => {
    const { shares, cpu, unknown } = shareGroups(
      [
        node({ capacityType: 'on-demand' }),
        node({ capacityType: 'spot', cpu: 8 }),
        node({ memory: 48 }),
      ],
      'capacityType',
    );
    expect(shares).toEqual([
      { name: 'spot', cpu: 8, cpuShare: 0.5, memoryShare: 0.2 },
      { name: undefined, cpu: 4, cpuShare: 0.25, memoryShare: 0.6 },
      { name: 'on-demand', cpu: 4, cpuShare: 0.25, memoryShare: 0.2 },
    ]);
    expect({ cpu, unknown }).toEqual({ cpu: 16, unknown: 0 });
  });

  it('counts nodes that do not report their size, and no share of them', () => {
    expect(
      shareGroups([node({ cpu: undefined }), node({ cpu: 0 })], 'nodePool'),
    ).toMatchObject({ shares: [{ cpuShare: 0 }], unknown: 1 });
    expect(shareGroups([], 'nodePool').shares).toEqual([]);
  });

  it('puts small groups together', () => {
    const pools = Array.from({ length: 8 }, (_, index) =>
      node({ nodePool: `pool-${index}`, cpu: 10 - index }),
    );
    const { shares } = shareGroups(pools, 'nodePool');
    expect(shares.map(({ name }) => name)).toEqual([
      ...['pool-0', 'pool-1', 'pool-2', 'pool-3', 'pool-4', null],
    ]);
    expect(shares.reduce((sum, { cpuShare }) => sum + cpuShare, 0)).toBeCloseTo(
      1,
    );
  });
});
