import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { integrationsOf } from '@clusterworks/github-simulator';
import { PlatformRepositories } from '@clusterworks/plugin-clusters-changes-node';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import {
  type ProxiedGithub,
  startProxiedGithub,
} from '../__testUtils__/startProxiedGithub';
import { FleetStore } from '../fleet/FleetStore';
import { ChangeFollower } from './ChangeFollower';

const specPath = 'clusters/dev/pay/cluster.yaml';
const jane = mockCredentials.user('user:default/jane');
const john = mockCredentials.user('user:default/john');

describe('ChangeFollower', () => {
  let running: ProxiedGithub;
  let github: ProxiedGithub['github'];
  let proxy: ProxiedGithub['proxy'];

  beforeAll(async () => {
    running = await startProxiedGithub();
    ({ github, proxy } = running);
    // 1 is of a cluster, and 2 is of none.
    await openPull('clusterworks/create-pay');
    await openPull('by-hand');
  });
  afterAll(() => running?.stop());

  async function openPull(branch: string) {
    await github.repository.commit({
      ...{ branch, write: { [specPath]: branch } },
      message:
        'Create\n\nRequested-by: user:default/jane\nGenerated-by: clusterworks',
    });
    const answer = await fetch(
      `${github.apiBaseUrl}/repos/acme/platform/pulls`,
      {
        method: 'POST',
        headers: {
          authorization: `token ${github.token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ title: 'x', head: branch, base: 'main' }),
      },
    );
    expect(answer.status).toBe(201);
  }

  const pageOf = (number: number, repository = 'acme/platform') =>
    `${proxy.url}/${repository}/pull/${number}`;

  /** Follows for users who see every cluster of the fleet, but not all. */
  function follower(cluster?: { location: string }) {
    const config = mockServices.rootConfig({
      data: {
        integrations: integrationsOf({ url: proxy.url, token: github.token }),
        clusters: {
          platformRepositories: [{ url: `${proxy.url}/acme/platform` }],
        },
      },
    });
    const fleet = new FleetStore();
    if (cluster) {
      const { revision: _, ...row } = fleetRow('pay');
      const known = { ...knownCluster('pay'), ...cluster };
      fleet.put(known, { row, assessment: undefined, view: undefined });
    }
    return new ChangeFollower({
      access: {
        visibilityFor: async () => ({
          ...{ key: 'some', seesNothing: false, seesAll: false },
          sees: () => true,
        }),
      } as never,
      fleet,
      repositories: PlatformRepositories.fromConfig(config),
      integrations: ScmIntegrations.fromConfig(config),
      history: { becameHealthy: async () => undefined },
      retention: { keepChangesMs: 1 },
      now: Date.now,
    });
  }

  const specAt = (repository: string) => ({
    location: `url:${proxy.url}/${repository}/blob/main/${specPath}`,
  });

  it('tells of a new cluster to who requested it, and of one to its readers', async () => {
    expect(await follower().follow(pageOf(1), jane)).toMatchObject({
      ...{ cluster: 'pay', operation: 'create' },
    });
    const ofFleet = follower(specAt('acme/platform'));
    expect(await ofFleet.follow(pageOf(1), john)).toMatchObject({
      entityRef: 'resource:default/pay',
    });
  });

  it.each<[what: string, page: () => string]>([
    ['a change of a cluster that the caller may not see', () => pageOf(1)],
    ['a change of no cluster', () => pageOf(2)],
    ['no change', () => pageOf(3)],
    ['a change in another repository', () => pageOf(1, 'acme/other')],
  ])('says the same of %s', async (_, page) => {
    await expect(follower().follow(page(), john)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: `No change of a cluster at ${page()}`,
    });
  });

  it('does not take another cluster of that name for it', async () => {
    const ofFleet = follower(specAt('mallory/own'));
    await expect(ofFleet.follow(pageOf(1), john)).rejects.toThrow('No change');
    expect(await ofFleet.follow(pageOf(1), jane)).not.toHaveProperty(
      'entityRef',
    );
  });

  it('finds the creation of a cluster of the fleet', async () => {
    const ofFleet = follower(specAt('acme/platform'));
    expect(await ofFleet.followCreation('pay', john)).toMatchObject({
      ...{ cluster: 'pay', operation: 'create', pullRequest: { number: 1 } },
      entityRef: 'resource:default/pay',
    });
    const before = proxy.seen.length;
    await ofFleet.followCreation('pay', jane);
    expect(proxy.seen.length).toBe(before);
  });

  it.each([
    ['of a cluster that is not there', 'gone', 'No cluster "gone"'],
    ['of one in no platform repository', 'pay', 'that created pay'],
  ])('knows no creation %s', async (_, name, message) => {
    const ofFleet = follower(specAt('mallory/own'));
    await expect(ofFleet.followCreation(name, john)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining(message),
    });
  });

  it('limits how often one caller asks GitHub', async () => {
    const one = follower();
    const statuses = new Map<string, number>();
    for (let number = 1_000; number < 1_031; number += 1) {
      await one.follow(pageOf(number), jane).catch(({ name }) => {
        statuses.set(name, (statuses.get(name) ?? 0) + 1);
      });
    }
    expect(Object.fromEntries(statuses)).toEqual({
      ...{ NotFoundError: 30, TooManyRequestsError: 1 },
    });
    // What is known by now costs nothing, and others are let in.
    await expect(one.follow(pageOf(1_029), jane)).rejects.toThrow('No change');
    await expect(one.follow(pageOf(1), john)).rejects.toThrow('No change');
  });

  it.each([1, 2, 3])('asks GitHub once about pull request %s', async number => {
    const one = follower();
    await one.follow(pageOf(number), jane).catch(() => {});
    const before = proxy.seen.length;
    const other = pageOf(number).replace('/acme/platform', '/ACME/platform//');
    await one.follow(other, jane).catch(() => {});
    expect(proxy.seen.length).toBe(before);
  });
});
