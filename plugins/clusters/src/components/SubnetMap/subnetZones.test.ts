import type {
  NodeAddressesView,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { MOST_CELLS, subnetTrouble, subnetZones } from './subnetZones';

const exact = (value: number) => ({ certainty: 'exact' as const, value });
const unknown = { certainty: 'unknown' as const, reason: 'not read' };

const noRoom = { addresses: unknown, nodes: unknown, hours: unknown };

const subnet = (
  subnetId: string,
  zone: string | undefined,
  change: Partial<SubnetAddressesView> = {},
): SubnetAddressesView => ({
  ...{ subnetId, zone, nodes: 0, usable: exact(251), used: exact(0) },
  ...{ warm: exact(0) },
  room: noRoom,
  ...change,
});
const node = (
  name: string,
  capacity: NodeAddressesView['capacity'] = exact(27),
): NodeAddressesView => ({
  ...{ node: name, used: exact(4), allocated: exact(12), capacity },
});

describe('subnetZones', () => {
  it('puts subnets under their zones, and what nodes have into cells', () => {
    const zones = subnetZones(
      [
        subnet('subnet-b', 'eu-west-1b'),
        subnet('subnet-a', 'eu-west-1a', {
          byNode: [{ node: 'one', held: 14, own: 2, used: 4 }],
        }),
        subnet('subnet-c', 'eu-west-1b'),
      ],
      [node('one')],
    );
    expect(
      zones.map(({ zone, rows }) => [
        zone,
        rows.map(row => row.subnet.subnetId),
      ]),
    ).toEqual([
      ['eu-west-1a', ['subnet-a']],
      ['eu-west-1b', ['subnet-b', 'subnet-c']],
    ]);
    expect(zones[0].rows[0].cells).toEqual([
      {
        node: 'one',
        held: 14,
        own: 2,
        used: 4,
        warm: 8,
        left: 15,
        isRefused: false,
      },
    ]);
  });

  it.each([
    ['no use', { node: 'one', held: 14, own: 2 }, [node('one')], { left: 15 }],
    [
      'no capacity',
      { node: 'one', held: 14, own: 2, used: 4 },
      [],
      { warm: 8 },
    ],
    [
      'an unknown capacity',
      { node: 'one', held: 14, own: 2, used: 4 },
      [node('one', unknown)],
      { warm: 8 },
    ],
    [
      'a lower bound of the capacity',
      { node: 'one', held: 14, own: 2, used: 4 },
      [node('one', { certainty: 'atLeast', value: 27 })],
      { warm: 8 },
    ],
    [
      'more than it can have',
      { node: 'one', held: 14, own: 2, used: 4 },
      [node('one', exact(9))],
      { warm: 8, left: 0 },
    ],
  ])('%s', (_, own, nodes, expected) => {
    const [{ rows }] = subnetZones(
      [subnet('subnet-a', undefined, { byNode: [own] })],
      nodes,
    );
    const [{ warm, left }] = rows[0].cells;
    expect({ warm, left }).toEqual({
      ...{ warm: undefined, left: undefined },
      ...expected,
    });
  });

  it('draws those that have least left of too many, in the order of names', () => {
    const byNode = Array.from({ length: MOST_CELLS + 10 }, (_, index) => ({
      node: `node-${String(index).padStart(3, '0')}`,
      held: 14,
      own: 2,
      used: index % 2 === 0 ? 13 : 2,
    }));
    const refused = { nodes: ['node-249'], text: 'full' };
    const [{ rows }] = subnetZones(
      [subnet('subnet-a', 'a', { byNode, refused })],
      [],
    );
    const names = rows[0].cells.map(cell => cell.node);
    expect(rows[0].others).toBe(10);
    expect(names).toEqual([...names].sort());
    expect(names).toContain('node-249');
    expect(names.filter(name => Number(name.slice(5)) % 2 === 0)).toHaveLength(
      125,
    );
  });

  it.each<[string, Partial<SubnetAddressesView>, string | undefined]>([
    ['full', { room: { ...noRoom, addresses: exact(0) } }, 'full'],
    [
      'not full when it refuses, because the right may be missing',
      { refused: { nodes: ['one'], text: 'refused' } },
      'givesNone',
    ],
    [
      'nothing with an address left',
      { room: { ...noRoom, addresses: exact(1) } },
      undefined,
    ],
    [
      'nothing for a bound',
      { room: { ...noRoom, addresses: { certainty: 'atLeast', value: 0 } } },
      undefined,
    ],
  ])('says what is wrong: %s', (_, change, expected) => {
    expect(subnetTrouble(subnet('subnet-a', 'a', change))).toBe(expected);
  });

  it('has no cells where the backend does not tell', () => {
    const [{ rows }] = subnetZones([subnet('subnet-a', 'a')], []);
    expect(rows[0]).toMatchObject({ cells: [], others: 0 });
  });
});
