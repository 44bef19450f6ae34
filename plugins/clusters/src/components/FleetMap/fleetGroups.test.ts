import { fleetRow } from '../../__testUtils__/fleetRow';
import { exact, unknown } from '../../__testUtils__/measures';
import { fleetGroups, tileArea } from './fleetGroups';

const rows = [
  fleetRow({ name: 'large', nodes: exact(300) }),
  fleetRow({ name: 'small', nodes: exact(2), environment: 'dev' }),
  fleetRow({ name: 'unread', nodes: unknown('unreachable') }),
];

describe('fleetGroups', () => {
  it('keeps the order of the rows within each group', () => {
    expect(
      fleetGroups(rows, ({ environment = '' }) => environment),
    ).toMatchObject([
      { name: 'prod', members: [{ name: 'large' }, { name: 'unread' }] },
      { name: 'dev', members: [{ name: 'small' }] },
    ]);
    expect(fleetGroups(rows)).toMatchObject([{ name: undefined }]);
    expect(fleetGroups([])).toEqual([]);
  });
});

describe('tileArea', () => {
  it('is the number of nodes, and large enough to be seen', () => {
    const area = tileArea(rows);
    const areas = rows.map(row => area(row));
    expect(areas[0]).toBe(300);
    expect(areas[1]).toBeCloseTo(302 * 0.035);
    expect(areas[2]).toBe(areas[1]);
    // Of many clusters of one size each has its share.
    const many = Array.from({ length: 100 }, () =>
      fleetRow({ nodes: exact(9) }),
    );
    expect(tileArea(many)(many[0])).toBe(9);
    expect(tileArea([...many, rows[2]])(rows[2])).toBeCloseTo(900 / 101 / 3);
    const none = [fleetRow({ nodes: unknown('unreachable') })];
    expect(tileArea(none)(none[0])).toBe(1);
  });
});
