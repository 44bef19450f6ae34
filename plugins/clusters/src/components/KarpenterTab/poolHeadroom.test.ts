import type {
  NodePoolView,
  NodeView,
  ResourceLedger,
} from '@clusterworks/plugin-clusters-common';
import { exact, unknown } from '../../__testUtils__/measures';
import { poolHeadroom } from './poolHeadroom';

const GIB = 1024 ** 3;

const ledger = (
  resource: string,
  limit: number | undefined,
  provisioned: number,
): ResourceLedger => ({ resource, limit, provisioned: exact(provisioned) });

const pool = (...resources: ResourceLedger[]) =>
  ({ name: 'general', resources } as unknown as NodePoolView);

const node = (name: string, rest: Partial<NodeView> = {}): NodeView => ({
  ...{ name, nodePool: 'general', state: 'ready' },
  ...{ instanceType: 'm6i.xlarge', cpu: 4, memory: 16 * GIB },
  ...rest,
});
const nodes = [
  node('a'),
  node('b'),
  node('c', { instanceType: 'm6i.4xlarge', cpu: 16, memory: 64 * GIB }),
  node('d', { nodePool: 'gpu', instanceType: 'g5.xlarge' }),
  node('e', { nodePool: 'gpu', instanceType: 'g5.xlarge' }),
  node('f', { nodePool: 'gpu', instanceType: 'g5.xlarge' }),
];

describe('poolHeadroom', () => {
  it.each<[string, ResourceLedger[], [number, string] | undefined]>([
    ['CPU binds', [ledger('cpu', 100, 81)], [4, 'cpu']],
    [
      'memory binds first',
      [ledger('cpu', 100, 20), ledger('memory', 100 * GIB, 50 * GIB)],
      [3, 'memory'],
    ],
    ['the number of nodes binds', [ledger('nodes', 5, 3)], [2, 'nodes']],
    ['just no node fits', [ledger('cpu', 100, 97)], [0, 'cpu']],
    ['just one node fits', [ledger('cpu', 100, 96)], [1, 'cpu']],
    ['a limit that is exceeded', [ledger('cpu', 10, 40)], [0, 'cpu']],
    ['no limit', [ledger('cpu', undefined, 40)], undefined],
    [
      'a limit of something whose size is not known',
      [ledger('cpu', 100, 81), ledger('nvidia.com/gpu', 8, 1)],
      undefined,
    ],
    [
      'a limit of which nobody knows what is left',
      [
        ledger('cpu', 100, 81),
        { resource: 'memory', limit: 1, provisioned: unknown('not written') },
      ],
      undefined,
    ],
  ])('%s', (_case, resources, expected) => {
    const found = poolHeadroom(pool(...resources), nodes);
    expect(found && [found.nodes, found.resource]).toEqual(expected);
    expect(found?.instanceType).toBe(expected && 'm6i.xlarge');
  });

  it('says nothing of a pool none of whose nodes was observed', () => {
    const limited = pool(ledger('cpu', 100, 0));
    expect(poolHeadroom(limited, [])).toBeUndefined();
    expect(
      poolHeadroom(limited, [node('a', { instanceType: undefined })]),
    ).toBeUndefined();
    expect(poolHeadroom(limited, [node('a', { cpu: undefined })])).toBe(
      undefined,
    );
  });
});
