import { mockServices } from '@backstage/backend-test-utils';
import type {
  ClusterObservation,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { ObservationRefresher } from './ObservationRefresher';

type Fleet = Record<string, Verdict>;

const refOf = (name: string) => `resource:default/${name}`;

function toMap(fleet: Fleet): Map<string, ClusterObservation> {
  return new Map(
    Object.entries(fleet).map(([name, verdict]) => [
      refOf(name),
      { name, entityRef: refOf(name), verdict, headline: 'x', versions: {} },
    ]),
  );
}

/** A refresher with observations that the test controls. */
async function refreshing(fleet: Fleet | undefined) {
  let known = fleet && toMap(fleet);
  const apply = jest.fn();
  const look = async () => known;
  const logger = mockServices.logger.mock();
  const refresher = new ObservationRefresher({
    observations: { get: look, load: look, apply },
    logger,
  });
  const refresh = jest.fn();
  const connection = { applyMutation: jest.fn(), refresh };
  await refresher.connect(connection);
  return {
    ...{ refresher, refresh, apply, logger },
    see(next: Fleet | undefined) {
      known = next && toMap(next);
    },
    event: (name: string, verdict: Verdict) =>
      refresher.onEvent({
        topic: 'clusters.verdict',
        eventPayload: {
          ...{ version: 1, cluster: name, entityRef: refOf(name), verdict },
          ...{ revision: 1, at: '2026-11-22T10:00:00Z', headline: 'x' },
          versions: {},
        },
      }),
    refreshed: () =>
      refresh.mock.calls.map(([{ keys }]) =>
        keys.map((key: string) =>
          key.replace('clusterworks:resource:default/', ''),
        ),
      ),
  };
}

describe('ObservationRefresher', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('compares all clusters and refreshes those whose labels would change', async () => {
    const { refresher, see, refreshed } = await refreshing({
      ...{ a: 'healthy', b: 'healthy' },
    });
    await refresher.compare();
    await refresher.compare();
    see({ a: 'critical', b: 'healthy' });
    await refresher.compare();
    see({ a: 'critical' });
    await refresher.compare();
    await refresher.compare();
    expect(refreshed()).toEqual([['a', 'b'], ['a'], ['b']]);
  });

  it('retries soon while the clusters backend does not answer', async () => {
    const { refresher, see, refreshed } = await refreshing(undefined);
    await refresher.compare();
    await jest.advanceTimersByTimeAsync(15_000);
    expect(refreshed()).toEqual([]);
    see({ a: 'healthy' });
    await jest.advanceTimersByTimeAsync(15_000);
    expect(refreshed()).toEqual([['a']]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(refreshed()).toHaveLength(1);
  });

  it('refreshes clusters named in events, several at once', async () => {
    const { refresher, see, event, apply, refreshed } = await refreshing({
      ...{ a: 'healthy', b: 'healthy', c: 'healthy' },
    });
    await refresher.compare();
    see({ a: 'critical', b: 'degraded', c: 'healthy' });
    await event('a', 'critical');
    await event('b', 'degraded');
    await event('c', 'healthy');
    expect(apply).toHaveBeenCalledTimes(3);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(refreshed()).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b'],
    ]);
  });

  it('refreshes a frequently changing cluster once a minute, in its last state', async () => {
    const { refresher, see, event, refreshed } = await refreshing({
      a: 'healthy',
    });
    await refresher.compare();
    for (let second = 0; second < 90; second += 1) {
      const verdict = second % 2 ? 'healthy' : 'critical';
      see({ a: verdict });
      await event('a', verdict);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(refreshed().length).toBeLessThanOrEqual(3);
    see({ a: 'degraded' });
    await event('a', 'degraded');
    await jest.advanceTimersByTimeAsync(62_000);
    const count = refreshed().length;
    await refresher.compare();
    expect(refreshed()).toHaveLength(count);
  });

  it.each([
    ['nothing', undefined],
    ['text', 'x'],
    ['another version', { version: 2, cluster: 'a' }],
    ['a verdict that there is not', { version: 1, verdict: 'fine' }],
  ])('ignores an event with %s', async (_what, eventPayload) => {
    const { refresher, apply, refreshed } = await refreshing({ a: 'healthy' });
    await refresher.onEvent({ topic: 'clusters.verdict', eventPayload });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(apply).not.toHaveBeenCalled();
    expect(refreshed()).toEqual([]);
  });

  it('repeats a failed refresh at the next comparison', async () => {
    const { refresher, see, event, refresh, refreshed, logger } =
      await refreshing({ a: 'healthy' });
    await refresher.compare();
    see({ a: 'critical' });
    refresh.mockRejectedValueOnce(new Error('down'));
    await event('a', 'critical');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await refresher.compare();
    expect(refreshed()).toEqual([['a'], ['a'], ['a']]);
  });
});
