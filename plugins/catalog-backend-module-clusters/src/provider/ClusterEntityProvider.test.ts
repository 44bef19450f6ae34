import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { specText } from '../testing';
import { ClusterEntityProvider } from './ClusterEntityProvider';

const push = (overrides: object = {}) => ({
  ref: 'refs/heads/main',
  repository: { html_url: 'https://github.com/Acme/platform' },
  commits: [
    { added: ['clusters/dev/b/cluster.yaml'], removed: [], modified: [] },
  ],
  ...overrides,
});

describe('ClusterEntityProvider', () => {
  const connection = {
    applyMutation: jest.fn(),
    refresh: jest.fn(),
  } satisfies EntityProviderConnection;
  const urlReader = mockServices.urlReader.mock();
  const logger = mockServices.logger.mock();

  /**
   * A tree at a commit, in the form in which UrlReaderService.readTree returns
   * it.
   */
  function tree(etag: string, files: Record<string, string>) {
    urlReader.readTree.mockImplementation(async (_url, options) => {
      if (options?.etag === etag) {
        throw new NotModifiedError();
      }
      const paths = Object.keys(files).filter(path =>
        options?.filter?.(path, { size: files[path].length }),
      );
      return {
        etag,
        files: async () =>
          paths.map(path => ({
            path,
            content: async () => Buffer.from(files[path]),
          })),
        archive: jest.fn(),
        dir: jest.fn(),
      };
    });
  }

  function create(events = mockServices.events()) {
    logger.child.mockReturnValue(logger);
    const [provider] = ClusterEntityProvider.fromConfig(
      mockServices.rootConfig({
        data: {
          clusters: {
            platformRepositories: [{ url: 'https://github.com/acme/platform' }],
          },
        },
      }),
      {
        logger,
        urlReader,
        events,
        scheduler: mockServices.scheduler(),
        findKnownEntity: async () => undefined,
      },
    );
    return provider;
  }

  const applied = () =>
    connection.applyMutation.mock.calls.map(([mutation]) =>
      mutation.entities.map(
        ({ entity, locationKey }: any) =>
          `${entity.metadata.name} ${locationKey}`,
      ),
    );

  beforeEach(() => jest.resetAllMocks());

  const key = 'clusters-provider:github.com/acme/platform';
  const oneCluster = {
    'README.md': '',
    'clusters/dev/a/cluster.yaml': specText('a'),
  };

  it('reads once, and applies nothing while the commit is the same', async () => {
    tree('1', oneCluster);
    const provider = create();
    expect(provider.getProviderName()).toBe(key);
    await provider.connect(connection);
    await provider.refresh();
    await provider.refresh();
    expect(applied()).toEqual([[`a ${key}`]]);
    expect(urlReader.readTree).toHaveBeenCalledWith(
      'https://github.com/acme/platform/tree/main',
      expect.objectContaining({ etag: '1' }),
    );
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('applies the same commit once more, soon after a start', async () => {
    jest.useFakeTimers();
    try {
      tree('1', oneCluster);
      const provider = create();
      await provider.connect(connection);
      await provider.refresh();
      expect(applied()).toHaveLength(1);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(applied()).toEqual([[`a ${key}`], [`a ${key}`]]);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['fails', () => urlReader.readTree.mockRejectedValue(new Error('503'))],
    ['is empty', () => tree('2', {})],
  ])('keeps what the catalog has when a read %s', async (_, break_) => {
    tree('1', oneCluster);
    const provider = create();
    await provider.connect(connection);
    await provider.refresh();
    break_();
    await provider.refresh();
    expect(applied()).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledTimes(1);
    tree('3', { 'README.md': '' });
    await provider.refresh();
    expect(applied()).toEqual([[`a ${key}`], []]);
  });

  it('retries soon after a failure, a limited number of times', async () => {
    jest.useFakeTimers();
    try {
      urlReader.readTree.mockRejectedValue(new Error('starting'));
      const provider = create();
      await provider.connect(connection);
      await provider.refresh();
      await jest.advanceTimersByTimeAsync(10 * 60_000);
      expect(urlReader.readTree.mock.calls.length).toBeLessThan(8);
      tree('1', oneCluster);
      await provider.refresh();
      expect(applied()).toHaveLength(1);
      const reads = urlReader.readTree.mock.calls.length;
      await jest.advanceTimersByTimeAsync(10 * 60_000);
      expect(urlReader.readTree.mock.calls.length).toBe(reads);
    } finally {
      jest.useRealTimers();
    }
  });

  it('reads again when the catalog could not be written', async () => {
    tree('1', oneCluster);
    connection.applyMutation.mockRejectedValueOnce(new Error('locked'));
    const provider = create();
    await provider.connect(connection);
    await provider.refresh();
    await provider.refresh();
    expect(applied()).toHaveLength(2);
  });

  it('reads after a push to clusters, and at most twice after a burst', async () => {
    tree('1', oneCluster);
    const events = mockServices.events();
    const provider = create(events);
    await provider.connect(connection);
    await provider.refresh();
    const reads = () => urlReader.readTree.mock.calls.length;
    const send = (payload: unknown) =>
      events.publish({ topic: 'github.push', eventPayload: payload });

    const before = reads();
    for (const other of [
      push({ ref: 'refs/heads/clusterworks/create-b' }),
      push({ repository: { html_url: 'https://github.com/acme/other' } }),
      push({ commits: [{ added: ['docs/a.md'] }] }),
      { zen: 'Keep it logically awesome.' },
    ]) {
      await send(other);
    }
    expect(reads()).toBe(before);

    await Promise.all(Array.from({ length: 20 }, () => send(push())));
    await provider.refresh();
    expect(reads() - before).toBeGreaterThan(0);
    expect(reads() - before).toBeLessThanOrEqual(3);
    await send(push({ commits: [] }));
    expect(reads() - before).toBeGreaterThan(1);
  });

  it('makes no provider without repositories', () => {
    expect(
      ClusterEntityProvider.fromConfig(mockServices.rootConfig(), {
        logger,
        urlReader,
        scheduler: mockServices.scheduler(),
        findKnownEntity: async () => undefined,
      }),
    ).toEqual([]);
  });
});
