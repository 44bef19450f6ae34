import { mockServices } from '@backstage/backend-test-utils';
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
    discovery: mockServices.discovery(),
    logger,
    client: { getObservations },
  });
  return {
    ...{ getObservations, logger, observations },
    answer: (...items: ClusterObservation[]) =>
      getObservations.mockResolvedValueOnce({ revision: 1, items }),
    verdict: async () => (await observations.get())?.get(REF)?.verdict,
  };
}

describe('FleetObservations', () => {
  it('asks once for everybody, as the catalog itself', async () => {
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
      token: expect.stringContaining('mock-service-token'),
      signal: expect.any(AbortSignal),
    });
  });

  it('knows nothing while nobody answers, warns once, and recovers', async () => {
    const { answer, observations, getObservations, logger, verdict } = parts();
    answer(observed('healthy', 1));
    await observations.load();
    getObservations.mockRejectedValue(new Error('503'));
    expect(await observations.load()).toBeUndefined();
    expect(await verdict()).toBeUndefined();
    expect(await verdict()).toBeUndefined();
    // What cannot be had is not asked for again by each entity.
    expect(getObservations).toHaveBeenCalledTimes(3);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    answer(observed('healthy', 1));
    await observations.load();
    expect(await verdict()).toBe('healthy');
  });

  it.each<[string, number, Verdict]>([
    ['newer', 6, 'critical'],
    ['older', 4, 'healthy'],
  ])('takes an event that is newer: %s', async (_what, revision, expected) => {
    const { answer, observations, verdict } = parts();
    answer(observed('healthy', 5));
    await observations.load();
    observations.apply(event('critical', revision));
    expect(await verdict()).toBe(expected);
  });

  it('keeps what an event said when it overtook an answer', async () => {
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
