import { mockServices } from '@backstage/backend-test-utils';
import { FleetObservations } from './FleetObservations';
import { ObservationRefresher } from './ObservationRefresher';
import { SharedFetch } from './SharedFetch';
import { versionLabels } from './versionLabels';

describe('SharedFetch', () => {
  it('asks once for everybody, and again only when the answer is old', async () => {
    let now = 0;
    let count = 0;
    const shared = new SharedFetch(
      async () => ++count,
      15_000,
      () => now,
    );
    const many = await Promise.all(
      Array.from({ length: 500 }, () => shared.get()),
    );
    expect(new Set(many)).toEqual(new Set([1]));
    now = 14_999;
    expect(await shared.get()).toBe(1);
    now = 15_000;
    expect(await shared.get()).toBe(2);
  });

  it('keeps a failure as long, so that trouble is not multiplied', async () => {
    let now = 0;
    const fetchAnswer = jest.fn().mockRejectedValue(new Error('down'));
    const shared = new SharedFetch(fetchAnswer, 15_000, () => now);
    await expect(shared.get()).rejects.toThrow('down');
    await expect(shared.get()).rejects.toThrow('down');
    expect(fetchAnswer).toHaveBeenCalledTimes(1);
    now = 15_000;
    await expect(shared.get()).rejects.toThrow('down');
    expect(fetchAnswer).toHaveBeenCalledTimes(2);
  });
});

describe('FleetObservations', () => {
  it('asks as the catalog itself, warns once, and recovers', async () => {
    const getObservations = jest
      .fn()
      .mockRejectedValueOnce(new Error('503'))
      .mockRejectedValueOnce(new Error('503'))
      .mockResolvedValue({
        revision: 1,
        items: [
          {
            name: 'a',
            entityRef: 'resource:default/a',
            verdict: 'healthy',
            versions: {},
          },
        ],
      });
    const logger = mockServices.logger.mock();
    const observations = new FleetObservations({
      auth: mockServices.auth({ pluginId: 'catalog' }),
      discovery: mockServices.discovery(),
      logger,
      maxAgeMs: 0,
      client: { getObservations },
    });
    expect(await observations.get()).toBeUndefined();
    expect(await observations.get()).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    const found = await observations.get();
    expect(found?.get('resource:default/a')?.verdict).toBe('healthy');
    expect(getObservations).toHaveBeenLastCalledWith({
      token: expect.stringContaining('mock-service-token'),
      signal: expect.any(AbortSignal),
    });
  });
});

describe('ObservationRefresher', () => {
  it('has only those clusters processed whose labels would change', async () => {
    const item = (name: string, verdict: string, headline = '') => ({
      name,
      entityRef: `resource:default/${name}`,
      verdict,
      headline,
      versions: {},
    });
    const looks = [
      [item('a', 'healthy'), item('b', 'healthy')],
      [item('a', 'healthy', 'new words'), item('b', 'healthy')],
      [item('a', 'critical'), item('b', 'healthy')],
      undefined,
      [item('a', 'critical')],
    ];
    const get = jest.fn(async () => {
      const look = looks.shift();
      return look && new Map(look.map(each => [each.entityRef, each]));
    });
    const refresher = new ObservationRefresher({ get } as any);
    const connection = { applyMutation: jest.fn(), refresh: jest.fn() };
    await refresher.connect(connection);
    for (let index = 0; index < 5; index++) {
      await refresher.refresh();
    }
    expect(connection.refresh.mock.calls.map(([{ keys }]) => keys)).toEqual([
      ['clusterworks:resource:default/a', 'clusterworks:resource:default/b'],
      ['clusterworks:resource:default/a'],
      ['clusterworks:resource:default/b'],
    ]);
    expect(connection.applyMutation).not.toHaveBeenCalled();
  });
});

describe('versionLabels', () => {
  it('gives each version with its minor, and none that cannot be a label', () => {
    expect(
      versionLabels({ kubernetes: 'v1.35.4-eks-1a2b', karpenter: '1.14.3' }),
    ).toEqual({
      'clusterworks.dev/kubernetes-version': '1.35.4-eks-1a2b',
      'clusterworks.dev/kubernetes-version-minor': '1.35',
      'clusterworks.dev/karpenter-version': '1.14.3',
      'clusterworks.dev/karpenter-version-minor': '1.14',
    });
    expect(versionLabels({ kubernetes: '1.35.0+k3s1' })).toMatchObject({
      'clusterworks.dev/kubernetes-version': '1.35.0',
    });
    expect(versionLabels({ cilium: 'sha256:abc', karpenter: '' })).toEqual({});
  });
});
