import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { fleetRow } from '../__testUtils__/fleetRow';
import { readEntity } from '../discovery/readEntity';
import { CatalogNotifier } from './CatalogNotifier';
import { FleetStore } from '../fleet/FleetStore';

describe('CatalogNotifier', () => {
  const cluster = readEntity(clusterEntity('x'), {
    allowedHosts: [],
    dangerouslyAllowed: [],
    dangerouslyAllowSkipTlsVerify: false,
  });
  let now = 1_000_000;
  let verdict: Verdict = 'healthy';
  const fleet = new FleetStore();
  const catalog = catalogServiceMock.mock();
  const notifier = new CatalogNotifier({
    fleet,
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    owns: () => true,
    verdictOf: () => verdict,
    now: () => now,
  });

  function show(next: Verdict, headline = 'x') {
    verdict = next;
    const row = { ...fleetRow('x', { verdict }), headline: { text: headline } };
    fleet.put(cluster, { row, assessment: undefined, view: undefined });
  }

  afterAll(() => notifier.stop());

  it('tells of new verdicts once, and not of every blink', async () => {
    notifier.start();
    const refreshes = () => catalog.refreshEntity.mock.calls.length;
    show('healthy');
    await notifier.tick();
    expect(refreshes()).toBe(1);
    show('healthy', 'another sentence');
    await notifier.tick();
    expect(refreshes()).toBe(1);
    for (const next of ['critical', 'healthy', 'critical'] as const) {
      now += 1_000;
      show(next);
      await notifier.tick();
    }
    expect(refreshes()).toBe(1);
    now += 60_000;
    await notifier.tick();
    await notifier.tick();
    expect(refreshes()).toBe(2);
  });
});
