import type { FleetRow, Verdict } from '@clusterworks/plugin-clusters-common';
import { gatherRows, groupNameOf } from './gatherRows';

const row = (name: string, environment: string, verdict: Verdict) =>
  ({ name, environment, verdict } as FleetRow);
const environmentOf = (each: FleetRow) => groupNameOf(each, 'environment');

describe('gatherRows', () => {
  it('has the worst group first, and keeps the order within a group', () => {
    const groups = gatherRows(
      [
        row('a', 'dev', 'degraded'),
        row('b', 'prod', 'critical'),
        row('c', 'dev', 'critical'),
        row('d', 'test', 'healthy'),
        row('e', 'stage', 'healthy'),
        row('f', 'prod', 'healthy'),
      ],
      environmentOf,
    );
    expect(
      groups.map(({ name, members }) => [
        name,
        members.map(member => member.name).join(''),
      ]),
    ).toEqual([
      ['dev', 'ac'],
      ['prod', 'bf'],
      ['stage', 'e'],
      ['test', 'd'],
    ]);
  });

  it.each([
    ['group:default/payments', 'payments'],
    ['group:other/payments', 'other/payments'],
    ['user:default/payments', 'user:payments'],
    ['user:other/payments', 'user:other/payments'],
    ['payments', 'payments'],
    [undefined, '—'],
  ])('names the owner %s without what most have: %s', (owner, name) => {
    expect(groupNameOf({ owner } as FleetRow, 'owner')).toBe(name);
  });
});
