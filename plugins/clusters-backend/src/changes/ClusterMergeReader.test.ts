import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { integrationsOf } from '@clusterworks/github-simulator';
import { PlatformRepositories } from '@clusterworks/plugin-clusters-changes-node';
import { clusterMergesSchema } from '@clusterworks/plugin-clusters-common';
import { eventually } from '@clusterworks/test-support';
import {
  type ProxiedGithub,
  startProxiedGithub,
} from '../__testUtils__/startProxiedGithub';
import { ClusterMergeReader } from './ClusterMergeReader';

const MINUTE_MS = 60_000;
const start = Date.parse('2026-11-22T10:00:00.000Z');
const mergedAt = '2026-11-22T09:31:00.000Z';

describe('ClusterMergeReader', () => {
  let running: ProxiedGithub;
  let github: ProxiedGithub['github'];
  let proxy: ProxiedGithub['proxy'];
  let now = start;

  beforeAll(async () => {
    running = await startProxiedGithub();
    ({ github, proxy } = running);
    await putMerge('clusterworks/upgrade-pay');
    await putMerge('clusterworks/edit-shop');
  });
  afterAll(() => running?.stop());
  beforeEach(() => {
    now = start;
    Object.assign(proxy, { before: undefined, fail: undefined });
    proxy.seen.length = 0;
  });

  async function putMerge(head: string) {
    const { git, pulls } = github.repository;
    const sha = (await git.readRef('refs/heads/main')) ?? '';
    const number = pulls.nextNumber();
    await pulls.put({
      ...{ number, title: `Change ${number}`, body: null, author: 'bot' },
      ...{ state: 'closed', draft: false, requestedTeams: [], base: 'main' },
      ...{ head, headSha: sha, baseSha: sha, mergeCommitSha: sha },
      ...{ mergedBy: 'jane', createdAt: mergedAt, updatedAt: mergedAt },
      ...{ closedAt: mergedAt, mergedAt },
    });
  }

  function reader(options: { waitMs?: number; host?: string } = {}) {
    const { waitMs, host = proxy.url } = options;
    const config = mockServices.rootConfig({
      data: {
        integrations: integrationsOf({ url: host, token: github.token }),
        clusters: {
          platformRepositories: [{ url: `${proxy.url}/acme/platform` }],
        },
      },
    });
    const logger = mockServices.logger.mock();
    const one = new ClusterMergeReader({
      repositories: PlatformRepositories.fromConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      ...{ logger, waitMs, now: () => now },
    });
    return { one, logger };
  }

  const cluster = (name: string, repository = 'acme/platform') => ({
    name,
    location: `url:${proxy.url}/${repository}/blob/main/clusters/dev/${name}/cluster.yaml`,
  });

  it('tells the merges of a cluster within a day', async () => {
    const { one } = reader();
    const answer = await one.read(cluster('pay'));
    expect(answer).toEqual({
      cluster: 'pay',
      readAt: '2026-11-22T10:00:00.000Z',
      merges: [
        {
          ...{ number: 1, title: 'Change 1', operation: 'upgrade' },
          ...{ author: 'bot', at: mergedAt },
          url: `${proxy.url}/acme/platform/pull/1`,
        },
      ],
    });
    expect(clusterMergesSchema.parse(answer)).toEqual(answer);
    now += 24 * 60 * MINUTE_MS;
    expect((await one.read(cluster('pay'))).merges).toEqual([]);
  });

  it('asks once for all clusters and readers, until the answer is old', async () => {
    const { one } = reader();
    const names = ['pay', 'shop', 'quiet', 'pay', 'shop'];
    await Promise.all(names.map(name => one.read(cluster(name))));
    now += MINUTE_MS;
    await one.read(cluster('shop'));
    expect(proxy.seen).toHaveLength(1);
    now += 9 * MINUTE_MS;
    await one.read(cluster('shop'));
    expect(proxy.seen).toHaveLength(2);
  });

  it.each<[what: string, location: string | undefined]>([
    ['that is in no repository', undefined],
    ['in a repository that is not configured', 'mallory/own'],
  ])('knows no repository of a cluster %s', async (_, repository) => {
    const { one } = reader();
    const asked = repository
      ? cluster('pay', repository)
      : { name: 'pay', location: undefined };
    expect(await one.read(asked)).toMatchObject({
      ...{ merges: [], missing: 'noRepository' },
    });
    expect(proxy.seen).toEqual([]);
  });

  it('does not tell one cluster of the merges of another one', async () => {
    const { one } = reader();
    const { location } = cluster('pay');
    expect(await one.read({ name: 'shop', location })).toMatchObject({
      ...{ merges: [], missing: 'noRepository' },
    });
  });

  it('asks nobody without an integration', async () => {
    const { one, logger } = reader({ host: 'https://other.test' });
    expect(await one.read(cluster('pay'))).toMatchObject({
      missing: 'noRepository',
    });
    expect(proxy.seen).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says that GitHub failed, keeps what it said before, and tries again', async () => {
    const { one, logger } = reader();
    proxy.fail = { method: 'GET', path: /\/pulls/, status: 500 };
    expect(await one.read(cluster('pay'))).toEqual({
      ...{ cluster: 'pay', merges: [], missing: 'failed' },
    });
    await one.read(cluster('shop'));
    expect(proxy.seen).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    proxy.fail = undefined;
    now += MINUTE_MS;
    const known = await one.read(cluster('pay'));
    expect(known).not.toHaveProperty('missing');

    proxy.fail = { method: 'GET', path: /\/pulls/, status: 500 };
    now += 10 * MINUTE_MS;
    expect(await one.read(cluster('pay'))).toMatchObject({
      ...{ merges: [{ number: 1 }], missing: 'failed' },
      readAt: known.readAt,
    });
  });

  it('waits no longer than it may, and has the answer later', async () => {
    const { one } = reader({ waitMs: 20 });
    let goOn = () => {};
    const held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    proxy.before = () => held;
    expect(await one.read(cluster('pay'))).toMatchObject({
      ...{ merges: [], missing: 'reading' },
    });
    goOn();
    const { merges } = await eventually(async () => {
      const answer = await one.read(cluster('pay'));
      return answer.missing === 'reading' ? undefined : answer;
    });
    expect(merges).toHaveLength(1);
    expect(proxy.seen).toHaveLength(1);
  });
});
