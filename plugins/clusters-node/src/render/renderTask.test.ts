import { smallSpecWith } from '@clusterworks/test-support';
import { renderTask } from './renderTask';

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('renderTask', () => {
  // Each of these specs used to block the event loop for five seconds or more.
  it.each<[string, unknown]>([
    [
      '1,000 pools',
      smallSpecWith({
        karpenter: { nodePools: many(1_000, index => ({ name: `p${index}` })) },
      }),
    ],
    [
      '20,000 zones',
      smallSpecWith({
        network: {
          vpcCidr: '10.40.0.0/16',
          zones: many(20_000, index => `zone-${index}`),
        },
      }),
    ],
    [
      '8,000 unknown keys',
      smallSpecWith(
        Object.fromEntries(many(8_000, index => [`key${index}`, 1])),
      ),
    ],
    [
      'a limit of 100,000 digits',
      smallSpecWith({
        karpenter: {
          nodePools: [{ name: 'x', limits: { cpu: '9'.repeat(100_000) } }],
        },
      }),
    ],
  ])('refuses %s within a blink', (_, input) => {
    const start = process.cpuUsage();
    expect(renderTask({ spec: input, options: {} })).toEqual({
      refused: expect.stringContaining('The cluster spec has'),
    });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});
