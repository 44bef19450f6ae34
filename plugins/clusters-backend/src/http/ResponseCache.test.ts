import { knownCluster } from '../__testUtils__/knownCluster';
import { fleetRow } from '../__testUtils__/fleetRow';
import { FleetStore } from '../fleet/FleetStore';
import type { Visibility } from '../permissions/ClusterAccess';
import { ResponseCache } from './ResponseCache';

const everything = { key: 'all', sees: () => true } as unknown as Visibility;
const MB = 1024 * 1024;

function fleetOf(clusters: number, bytes: number): FleetStore {
  const fleet = new FleetStore();
  for (let index = 0; index < clusters; index += 1) {
    const name = `cluster-${index}`;
    const row = { ...fleetRow(name), headline: { text: 'x'.repeat(bytes) } };
    fleet.restore(knownCluster(name), { row });
  }
  return fleet;
}

describe('ResponseCache', () => {
  afterEach(() => jest.useRealTimers());

  it('makes the answer of an unchanged cluster once', () => {
    const fleet = fleetOf(1, 10);
    const cache = new ResponseCache(fleet);
    const [entry] = fleet.entries;
    const first = cache.cluster(entry, everything);
    expect(cache.cluster(entry, everything)).toBe(first);
  });

  it('holds a bounded number of bytes, whatever is opened', () => {
    const fleet = fleetOf(100, MB);
    const cache = new ResponseCache(fleet);
    for (const entry of fleet.entries) {
      cache.cluster(entry, everything);
    }
    expect(cache.heldBytes).toBeGreaterThan(MB);
    expect(cache.heldBytes).toBeLessThanOrEqual(32 * MB);
    for (const limit of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      cache.fleet(everything, { limit });
    }
    expect(cache.heldBytes).toBeLessThanOrEqual(64 * MB);
  });

  it('holds nothing of a page that nobody has asked for lately', () => {
    jest.useFakeTimers();
    const fleet = fleetOf(10, MB);
    const cache = new ResponseCache(fleet);
    for (const entry of fleet.entries) {
      cache.cluster(entry, everything);
    }
    expect(cache.heldBytes).toBeGreaterThan(10 * MB);
    jest.advanceTimersByTime(30_001);
    expect(cache.heldBytes).toBe(0);
  });
});
