import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { FleetStore } from '../fleet/FleetStore';
import { waveOf } from './__testUtils__/waveOf';
import { WaveRunner } from './WaveRunner';
import { Waves, type WavesOptions } from './Waves';
import { WaveStore } from './WaveStore';

const NOW = 1_000;
const jane = mockCredentials.user('user:default/jane');

/** Sees and may change every cluster whose name does not begin with `secret`. */
const isOpen = (name: string) => !name.startsWith('secret');

describe('a wave with clusters that the caller may not see', () => {
  let knex: Knex;
  let fleet: FleetStore;
  let store: WaveStore;
  let waves: Waves;

  function put(name: string, verdict: 'healthy' | 'critical', identity = name) {
    const { revision: _, ...row } = fleetRow(name, { verdict });
    const cluster = { ...knownCluster(name), identity };
    fleet.put(cluster, { row, assessment: undefined, view: undefined });
  }

  beforeEach(async () => {
    knex = await openTestDatabase();
    fleet = new FleetStore();
    store = new WaveStore(knex);
    const options: Partial<WavesOptions> = {
      ...{ store, fleet, requireUserToken: false, now: () => NOW },
      auth: mockServices.auth(),
      access: {
        visibilityFor: async () => ({
          ...{ key: 'open', seesNothing: false, seesAll: false },
          sees: ({ name }: { name: string }) => isOpen(name),
        }),
      } as never,
      permissions: {
        authorize: async (requests: { resourceRef: string }[]) =>
          requests.map(({ resourceRef }) => ({
            result: isOpen(resourceRef)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          })),
      } as never,
    };
    waves = new Waves(options as WavesOptions);
    put('secret', 'critical');
    put('open', 'healthy');
    const wave = waveOf(['dev/secret', 'prod/open'], {
      ...{ status: 'halted', filter: 'name:secret|open' },
      halt: { reason: 'critical', cluster: 'secret', identity: 'secret' },
    });
    wave.steps[0].state = 'done';
    await store.create(wave);
  });
  afterEach(() => knex.destroy());

  it('tells nothing of them, neither to readers nor in refusals', async () => {
    const shown = await waves.get('w', jane);
    expect(shown).toMatchObject({ hidden: 1, commands: ['stop', 'resume'] });
    expect(JSON.stringify(shown)).not.toContain('secret');

    await expect(waves.command('w', 'resume', {}, jane)).rejects.toThrow(
      'cannot go on: a cluster that you may not see is critical. Mend',
    );
    // The same answer as for a name that is in no wave.
    for (const name of ['secret', 'secret-2']) {
      const skipped = waves.command('w', 'resume', { skip: [name] }, jane);
      await expect(skipped).rejects.toThrow(`skip: ${name} is not in the wave`);
    }
  });

  it('does nothing to one that took the key of another', async () => {
    await store.update('w', ({ halt: _, ...wave }) => ({
      ...wave,
      status: 'running',
    }));
    // The rights were checked for `open`.
    put('secret-3', 'healthy', 'open');
    const git = { look: jest.fn(), open: jest.fn() };
    const runner = new WaveRunner({
      ...{ store, fleet, git, requireUserToken: false },
      ...{ notifier: undefined, portalUrl: undefined },
      ...{ logger: mockServices.logger.mock(), now: () => NOW },
    });
    await runner.drive();
    expect(git.look).not.toHaveBeenCalled();
    const { steps } = await store.get('w');
    expect(steps[1]).toMatchObject({ state: 'waiting', absentSince: NOW });
    await expect(waves.get('w', jane)).rejects.toThrow('No wave');
  });
});
