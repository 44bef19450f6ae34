import { mockServices } from '@backstage/backend-test-utils';
import {
  CLUSTER_VERDICT_TOPIC,
  type ClusterVerdictEvent,
  clusterVerdictEventSchema,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { FleetStore } from '../fleet/FleetStore';
import { VerdictPublisher } from './VerdictPublisher';

const NOW = Date.parse('2026-11-22T10:00:00Z');

describe('VerdictPublisher', () => {
  const cluster = knownCluster('x');

  function publisher() {
    const fleet = new FleetStore();
    const events = mockServices.events.mock();
    const logger = mockServices.logger.mock();
    new VerdictPublisher({ fleet, events, logger, now: () => NOW }).start();
    return {
      ...{ fleet, events, logger },
      show: (change: Partial<FleetRow> = {}) =>
        fleet.put(cluster, {
          row: { ...fleetRow('x'), ...change },
          assessment: undefined,
          view: undefined,
        }),
      published: () =>
        events.publish.mock.calls.map(([{ topic, eventPayload }]) => {
          expect(topic).toBe(CLUSTER_VERDICT_TOPIC);
          const event: ClusterVerdictEvent =
            clusterVerdictEventSchema.parse(eventPayload);
          return event;
        }),
    };
  }

  it('publishes the verdict, the previous verdict and the versions', () => {
    const { show, published } = publisher();
    const versions = {
      kubernetes: { observed: '1.35.4', desired: '1.35' },
      karpenter: {},
      cilium: { observed: '1.18.1' },
    };
    show({ versions });
    const { revision } = show({
      verdict: 'critical',
      headline: { text: 'Nothing works' },
      versions,
    });
    expect(published()).toEqual([
      expect.objectContaining({ verdict: 'healthy' }),
      {
        version: 1,
        cluster: 'x',
        entityRef: 'resource:default/x',
        revision,
        at: '2026-11-22T10:00:00.000Z',
        verdict: 'critical',
        previousVerdict: 'healthy',
        headline: 'Nothing works',
        versions: { kubernetes: '1.35.4', cilium: '1.18.1' },
      },
    ]);
  });

  it.each<[string, Partial<FleetRow>, number]>([
    ['another verdict', { verdict: 'degraded' }, 1],
    [
      'another version',
      {
        versions: { kubernetes: {}, karpenter: {}, cilium: { observed: '2' } },
      },
      1,
    ],
    ['another phase', { phase: 'building' }, 1],
    ['another headline', { headline: { text: 'Other words' } }, 0],
    [
      'a wish',
      { versions: { kubernetes: { desired: '9' }, karpenter: {}, cilium: {} } },
      0,
    ],
    ['nothing', {}, 0],
    [
      'a look while connecting',
      { verdict: 'unknown', connection: { state: 'connecting' } },
      0,
    ],
  ])('publishes %s the expected number of times', (_what, change, count) => {
    const { show, published } = publisher();
    show();
    show(change);
    expect(published()).toHaveLength(1 + count);
  });

  it('continues from the state that another backend published', () => {
    const { fleet, show, published } = publisher();
    const row = { ...fleetRow('x', { verdict: 'critical' }), revision: 7 };
    fleet.restore(cluster, { row });
    show({ verdict: 'critical' });
    expect(published()).toEqual([]);
    show();
    expect(published()).toMatchObject([{ previousVerdict: 'critical' }]);
  });

  it('limits the length of values from the cluster', () => {
    const { show, published } = publisher();
    const long = 'x'.repeat(1_000_000);
    show({
      headline: { text: long },
      versions: {
        kubernetes: { observed: long },
        karpenter: { observed: long },
        cilium: { observed: long },
      },
    });
    expect(published()).toHaveLength(1);
  });

  it('logs once that events cannot be published', async () => {
    const { show, events, logger } = publisher();
    events.publish.mockRejectedValue(new Error('down'));
    show();
    show({ verdict: 'critical' });
    await new Promise(resolve => setImmediate(resolve));
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
