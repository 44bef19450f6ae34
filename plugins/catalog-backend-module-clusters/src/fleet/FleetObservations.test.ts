import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type {
  ClusterObservation,
  ClusterVerdictEvent,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { FleetObservations } from './FleetObservations';

const REF = 'resource:default/a';

function observed(
  verdict: Verdict,
  revision: number,
  entityRef = REF,
): ClusterObservation {
  return { name: 'a', entityRef, verdict, revision, versions: {} };
}

function event(verdict: Verdict, revision: number): ClusterVerdictEvent {
  return {
    ...{ version: 1, cluster: 'a', entityRef: REF, revision, verdict },
    ...{ at: '2026-11-22T10:00:00Z', headline: 'x', versions: {} },
  };
}

function parts() {
  const getObservations = jest.fn();
  const logger = mockServices.logger.mock();
  const observations = new FleetObservations({
    auth: mockServices.auth({ pluginId: 'catalog' }),
    clusters: { getObservations },
    logger,
  });
  return {
    ...{ getObservations, logger, observations },
    answer: (...items: ClusterObservation[]) =>
      getObservations.mockResolvedValueOnce({ revision: 1, items }),
    verdict: async () => (await observations.get())?.get(REF)?.verdict,
  };
}

describe('FleetObservations', () => {
  it('sends one request for all entities, as the catalog itself', async () => {
    const { answer, observations, getObservations } = parts();
    answer(observed('healthy', 1, 'Resource:default/A'));
    const many = await Promise.all(
      Array.from({ length: 500 }, () => observations.get()),
    );
    expect(new Set(many.map(one => one?.get(REF)?.verdict))).toEqual(
      new Set(['healthy']),
    );
    await observations.get();
    expect(getObservations).toHaveBeenCalledTimes(1);
    expect(getObservations).toHaveBeenCalledWith({
      credentials: mockCredentials.service('plugin:catalog'),
      signal: expect.any(AbortSignal),
    });
  });

  it('takes the phase from an event', async () => {
    const { answer, observations } = parts();
    answer(observed('healthy', 1));
    await observations.get();
    observations.apply({ ...event('unknown', 2), phase: 'building' });
    expect((await observations.get())?.get(REF)).toMatchObject({
      verdict: 'unknown',
      phase: 'building',
    });
  });

  it('is empty while the backend is down, warns once, and recovers', async () => {
    const { answer, observations, getObservations, logger, verdict } = parts();
    answer(observed('healthy', 1));
    await observations.load();
    getObservations.mockRejectedValue(new Error('503'));
    expect(await observations.load()).toBeUndefined();
    expect(await verdict()).toBeUndefined();
    expect(await verdict()).toBeUndefined();
    // After a failure, further entities do not cause further requests.
    expect(getObservations).toHaveBeenCalledTimes(3);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    answer(observed('healthy', 1));
    await observations.load();
    expect(await verdict()).toBe('healthy');
  });

  it.each<[string, number, Verdict]>([
    ['newer', 6, 'critical'],
    ['older', 4, 'healthy'],
  ])(
    'applies an event only if it is newer: %s',
    async (_what, revision, expected) => {
      const { answer, observations, verdict } = parts();
      answer(observed('healthy', 5));
      await observations.load();
      observations.apply(event('critical', revision));
      expect(await verdict()).toBe(expected);
    },
  );

  it('keeps the state of an event that arrived before an older answer', async () => {
    const { answer, observations, verdict } = parts();
    answer(observed('healthy', 5));
    await observations.load();
    observations.apply(event('critical', 6));
    answer(observed('healthy', 5));
    await observations.load();
    expect(await verdict()).toBe('critical');
    answer();
    await observations.load();
    expect(await verdict()).toBeUndefined();
  });
});
