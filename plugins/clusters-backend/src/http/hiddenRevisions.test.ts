import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { FleetStore } from '../fleet/FleetStore';
import type { Visibility } from '../permissions/ClusterAccess';
import { observationsOf } from './observationsOf';
import { ResponseCache } from './ResponseCache';

const seeing = (...names: string[]): Visibility => ({
  key: names.join(),
  seesNothing: names.length === 0,
  seesAll: false,
  sees: ({ name }) => names.includes(name),
});

describe('what somebody may not see', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['nothing', seeing(), 0],
    ['one other cluster', seeing('mine'), 5],
  ])('moves no revision of whoever sees %s', async (_, who, expected) => {
    const fleet = new FleetStore();
    const bodies = new ResponseCache(fleet);
    const show = (name: string, revision: number) =>
      fleet.restore(knownCluster(name), {
        row: { ...fleetRow(name), revision },
      } as ClusterDetail);
    const told = async () => {
      // An answer is cached for 100 ms.
      jest.advanceTimersByTime(1_000);
      const body = bodies.fleet(who, {});
      const { revision } = JSON.parse(
        (await body.encoded('')).bytes.toString(),
      );
      return [revision, observationsOf(fleet, who).revision, body.etag];
    };
    show('mine', 5);
    show('hidden', 7);
    const before = await told();
    expect(before.slice(0, 2)).toEqual([expected, expected]);
    show('hidden', 9);
    expect(await told()).toEqual(before);
    fleet.remove('hidden');
    expect(await told()).toEqual(before);
  });
});
