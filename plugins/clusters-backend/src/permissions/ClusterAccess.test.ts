import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterReadPermission } from '@clusterworks/plugin-clusters-common';
import { ClusterAccess } from './ClusterAccess';
import {
  clusterConditions,
  createClusterConditionalDecision,
} from './clusterRules';

const cluster = { name: 'x', entityRef: 'resource:default/x', labels: {} };
const SECOND = 1_000;

/** An access object whose policy the test controls. */
function accessWith(
  decide: () => AuthorizeResult.ALLOW | AuthorizeResult.DENY,
) {
  const time = { now: 0 };
  const authorizeConditional = jest.fn(
    async (_requests: unknown, _options?: { credentials: unknown }) => [
      { result: decide() },
    ],
  );
  const access = new ClusterAccess({
    auth: mockServices.auth(),
    permissions: mockServices.permissions.mock({ authorizeConditional }),
    apply: () => true,
    now: () => time.now,
  });
  return {
    ...{ access, time, asked: () => authorizeConditional.mock.calls.length },
    askedAs: () => authorizeConditional.mock.lastCall?.[1]?.credentials,
    sees: async (name: string) => {
      const user = mockCredentials.user(`user:default/${name}`);
      return (await access.visibilityFor(user)).sees(cluster);
    },
    told: () => access.audienceOf(cluster),
  };
}

describe('ClusterAccess', () => {
  it('keeps a decision for 30 s per user, and knows who looks', async () => {
    let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
      AuthorizeResult.ALLOW;
    const { sees, told, asked, time } = accessWith(() => result);
    expect([await sees('a'), await sees('a')]).toEqual([true, true]);
    expect(asked()).toBe(1);
    expect(await told()).toEqual(['user:default/a']);
    result = AuthorizeResult.DENY;
    time.now = 29 * SECOND;
    expect(await sees('a')).toBe(true);
    time.now = 31 * SECOND;
    expect(await sees('a')).toBe(false);
    expect(await told()).toEqual([]);
    expect(asked()).toBe(2);
  });

  it('tells nobody of a change 30 s after the right is withdrawn', async () => {
    let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
      AuthorizeResult.ALLOW;
    const { sees, told, asked, time } = accessWith(() => result);
    await sees('a');
    await sees('b');
    result = AuthorizeResult.DENY;
    // Nobody sends a request meanwhile: the pages are only open.
    time.now = 29 * SECOND;
    expect(await told()).toEqual(['user:default/a', 'user:default/b']);
    time.now = 30 * SECOND;
    expect(await told()).toEqual([]);
    expect(await told()).toEqual([]);
    expect(asked()).toBe(4);
  });

  it('tells nobody for whom the policy cannot be asked', async () => {
    let decide: () => AuthorizeResult.ALLOW = () => AuthorizeResult.ALLOW;
    const { sees, told, asked, time } = accessWith(() => decide());
    await sees('a');
    time.now = 30 * SECOND;
    decide = () => {
      throw new Error('The token has expired');
    };
    expect(await told()).toEqual([]);
    // A failed policy is not asked again for every change.
    expect(await told()).toEqual([]);
    expect(asked()).toBe(2);
    decide = () => AuthorizeResult.ALLOW;
    expect(await sees('a')).toBe(true);
    expect(await told()).toEqual(['user:default/a']);
  });

  it('asks with the newest token of somebody, and remembers no plugin', async () => {
    const { access, told, asked, time, askedAs } = accessWith(
      () => AuthorizeResult.ALLOW,
    );
    const first = mockCredentials.user('user:default/a');
    const newest = mockCredentials.user('user:default/a', {
      actor: { subject: 'plugin:mcp' },
    });
    await access.visibilityFor(first);
    await access.visibilityFor(newest);
    await access.visibilityFor(mockCredentials.service('external:ci'));
    expect(asked()).toBe(2);
    time.now = 30 * SECOND;
    expect(await told()).toEqual(['user:default/a']);
    expect(askedAs()).toBe(newest);
  });

  it('forgets users without a request for five minutes', async () => {
    const { sees, told, time } = accessWith(() => AuthorizeResult.ALLOW);
    await sees('a');
    for (time.now = 0; time.now <= 300 * SECOND; time.now += 30 * SECOND) {
      expect(await told()).toEqual(['user:default/a']);
    }
    time.now = 301 * SECOND;
    expect(await told()).toEqual([]);
  });

  it('follows a change of groups after 30 s, on pages and in signals', async () => {
    let group = 'group:default/old';
    const time = { now: 0 };
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async requests =>
        requests.map(() =>
          createClusterConditionalDecision(
            clusterReadPermission,
            clusterConditions.isClusterOwner({ owners: [group] }),
          ),
        ),
    });
    const access = new ClusterAccess({
      auth: mockServices.auth(),
      permissions,
      apply: ({ conditions }: any, { owner }) =>
        conditions.params.owners.includes(owner),
      now: () => time.now,
    });
    const of = (owner: string) => ({
      ...cluster,
      owner: `group:default/${owner}`,
    });
    const state = async () => {
      const { sees } = await access.visibilityFor(
        mockCredentials.user('user:default/a', {
          actor: { subject: 'plugin:catalog' },
        }),
      );
      return [
        ...['old', 'new'].filter(owner => sees(of(owner))),
        (await access.audienceOf(of('old'))).length,
        (await access.audienceOf(of('new'))).length,
      ];
    };
    expect(await state()).toEqual(['old', 1, 0]);
    group = 'group:default/new';
    time.now = 29 * SECOND;
    expect(await state()).toEqual(['old', 1, 0]);
    time.now = 30 * SECOND;
    expect(await state()).toEqual(['new', 0, 1]);
  });
});
