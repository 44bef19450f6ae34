import { mockServices } from '@backstage/backend-test-utils';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { StateStore } from './StateStore';
import { FleetStore } from '../fleet/FleetStore';
import { PeerStateSync } from './PeerStateSync';

const cluster = knownCluster('x');

onEachDatabase('PeerStateSync', database => {
  it.each([
    ['ahead of', 15_000],
    ['far ahead of', 86_400_000],
    ['behind', -15_000],
  ])(
    'shows what is true with a clock %s that of who writes it',
    async (_what, aheadMs) => {
      await database()('cluster_states').delete();
      const states = new StateStore(database());
      const fleet = new FleetStore();
      const follower = new PeerStateSync({
        fleet,
        states,
        logger: mockServices.logger.mock(),
        clusters: () => [cluster],
        owns: () => false,
      });
      const write = async (verdict: Verdict, revision: number) => {
        const row = { ...fleetRow('x', { verdict }), revision };
        const detail = JSON.stringify({ row });
        const at = Date.now() - aheadMs;
        await states.save(
          [{ identity: 'x', cluster: 'x', revision, detail }],
          at,
        );
      };
      const shown = async () => {
        await follower.poll();
        return fleet.get('x')?.row.verdict;
      };
      await write('healthy', 1);
      expect(await shown()).toBe('healthy');
      expect(await shown()).toBe('healthy');
      await write('critical', 2);
      expect(await shown()).toBe('critical');
    },
  );
});
