import type {
  HistoryPoint,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { runwayOf } from './runway';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-22T10:00:00Z');
const unknown = { certainty: 'unknown' as const, reason: 'no history' };
const atMost = (value: number) => ({ certainty: 'atMost' as const, value });
const point = (
  hours: number,
  roomAddresses: number | undefined,
  subnets?: Record<string, number>,
): HistoryPoint => ({
  at: new Date(now - hours * HOUR).toISOString(),
  ...{ verdict: 'healthy', roomAddresses, subnets },
});
const subnet = (subnetId: string, zone?: string, cidr?: string) =>
  ({ subnetId, zone, cidr } as SubnetAddressesView);
const room = (
  hours: ReturnType<typeof atMost> | typeof unknown = atMost(48),
  addresses: ReturnType<typeof atMost> | typeof unknown = atMost(100),
) => ({ addresses, hours, nodes: atMost(2) });

describe('runwayOf', () => {
  it('has what was left, subnets with least left first, and where it ends', () => {
    const runway = runwayOf(
      [
        point(2, 300, { a: 200, b: 100 }),
        point(1, undefined),
        point(0, 100, { a: 90, b: 10 }),
      ],
      { room: room(), subnets: [subnet('a', 'zone-a'), subnet('b')] },
      now,
    );
    expect(runway?.points.map(({ all }) => all)).toEqual([300, 100]);
    expect(runway?.lines).toEqual([
      { subnetId: 'b', name: 'b' },
      { subnetId: 'a', name: 'zone-a' },
    ]);
    expect(runway).toMatchObject({
      ahead: { from: now, left: 100, until: now + 48 * HOUR },
      ...{ from: now - 2 * HOUR, until: now + 48 * HOUR, most: 300 },
    });
  });

  it.each<[string, SubnetAddressesView[], string[]]>([
    [
      'the zone',
      [subnet('a', 'zone-a', '10.0.0.0/24'), subnet('b', 'zone-b')],
      ['zone-a', 'zone-b'],
    ],
    [
      'the block too where two are in one zone',
      [subnet('a', 'zone-a', '10.0.0.0/24'), subnet('b', 'zone-a')],
      ['zone-a 10.0.0.0/24', 'zone-a b'],
    ],
    [
      'the block without a zone',
      [subnet('a', undefined, '10.0.0.0/24'), subnet('b')],
      ['10.0.0.0/24', 'b'],
    ],
  ])('names lines by %s', (_, subnets, names) => {
    const points = [point(1, 9, { a: 1, b: 2 }), point(0, 9, { a: 1, b: 2 })];
    const runway = runwayOf(points, { room: room(), subnets }, now);
    expect(runway?.lines.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['it lasts for longer than is drawn', room(atMost(2000)), 7 * 24],
    ['how long it lasts is not known', room(unknown), 0],
    ['what is left is not known', room(atMost(48), unknown), 0],
    ['nothing is left', room(atMost(0), atMost(0)), 0],
  ])('ends in time when %s', (_, own, hours) => {
    const runway = runwayOf([point(2, 300), point(0, 100)], { room: own }, now);
    expect(runway?.until).toBe(now + hours * HOUR);
  });

  it('has no line of its own for a single subnet, and four at most', () => {
    const many = ['a', 'b', 'c', 'd', 'e'];
    const left = Object.fromEntries(many.map((id, index) => [id, index]));
    const linesOf = (ids: string[]) =>
      runwayOf(
        [point(1, 9, left), point(0, 9, left)],
        { room: room(), subnets: ids.map(id => subnet(id)) },
        now,
      )?.lines.map(({ subnetId }) => subnetId);
    expect(linesOf(['a'])).toEqual([]);
    expect(linesOf([...many].reverse())).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['one time', [point(0, 1)]],
    [
      'no time of which it is known',
      [point(1, undefined), point(0, undefined)],
    ],
  ])('is nothing with %s', (_, points) => {
    expect(runwayOf(points, { room: room() }, now)).toBeUndefined();
  });
});
