import { smallSpecWith } from '@clusterworks/test-support';

/** A spec with the maximum number of NodePools and values; renders to 10 MB. */
export const largestSpec = smallSpecWith({
  karpenter: {
    nodePools: Array.from({ length: 100 }, (_, index) => ({
      name: `pool-${index}`,
      preferOnDemand: true,
      requirements: [
        {
          key: 'example.com/rack',
          operator: 'In',
          values: Array.from(
            { length: 90 },
            (_value, number) => `${'r'.repeat(250)}${number}`,
          ),
        },
      ],
    })),
  },
});
