import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import type { KnownCluster } from '../discovery/KnownCluster';
import { seenCluster } from './seenCluster';

const images = { what: 'images', to: 'v20261112' } as const;
const kubernetes = { what: 'kubernetes', to: '1.35' } as const;

const entry = (
  row: Partial<FleetRow>,
  cluster: Partial<KnownCluster> = {},
) => ({
  row: { ...fleetRow('a'), ...row },
  cluster: { ...knownCluster('a'), ...cluster },
});
const runs = (observed: string): Partial<FleetRow> => ({
  versions: { kubernetes: { observed }, karpenter: {}, cilium: {} },
});
const wants = { wantedImages: 'v20261112' };
const arrived: Partial<FleetRow> = { differences: [], driftedSince: null };

describe('what a wave sees of a cluster', () => {
  it.each([
    ['a new version', entry(runs('1.35.4')), kubernetes, true],
    ['an old version', entry(runs('1.34.9')), kubernetes, false],
    ['no version', entry({}), kubernetes, false],
    [
      'a new version, and nodes that are still to be replaced',
      entry({ ...runs('1.35.4'), driftedSince: '2026-11-22T10:00:00Z' }),
      kubernetes,
      false,
    ],
    ['new images', entry(arrived, wants), images, true],
    [
      'new images that the catalog does not want yet',
      entry(arrived, { wantedImages: 'v20251112' }),
      images,
      false,
    ],
    [
      'other images',
      entry(
        { ...arrived, differences: [{ part: 'images', state: 'differs' }] },
        wants,
      ),
      images,
      false,
    ],
    [
      'images that nobody compared',
      entry({ driftedSince: null }, wants),
      images,
      false,
    ],
    [
      'nodes of which nothing is known',
      entry({ differences: [] }, wants),
      images,
      false,
    ],
  ] as const)('%s', (_what, given, change, reached) => {
    expect(seenCluster(given, change)?.reached).toBe(reached);
  });

  it('has no health while the portal connects', () => {
    const connecting = entry({ connection: { state: 'connecting' } });
    expect(seenCluster(connecting, kubernetes)).not.toHaveProperty('health');
    const unknown = entry({ verdict: 'unknown' });
    expect(seenCluster(unknown, kubernetes)?.health).toBe('unknown');
    expect(seenCluster(undefined, kubernetes)).toBeNull();
  });
});
