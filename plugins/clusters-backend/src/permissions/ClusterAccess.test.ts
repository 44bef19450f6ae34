import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ClusterAccess } from './ClusterAccess';

const cluster = { name: 'x', entityRef: 'resource:default/x', labels: {} };
const SECOND = 1_000;

/** An access whose policy says what a test wants. */
function accessWith(
  decide: () => AuthorizeResult.ALLOW | AuthorizeResult.DENY,
) {
  const time = { now: 0 };
  const authorizeConditional = jest.fn(async () => [{ result: decide() }]);
  const access = new ClusterAccess({
    auth: mockServices.auth(),
    permissions: mockServices.permissions.mock({ authorizeConditional }),
    apply: () => true,
    now: () => time.now,
  });
  return {
    ...{ access, time, asked: () => authorizeConditional.mock.calls.length },
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
    // Nobody asks for anything meanwhile: the pages are only open.
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
    // Nor is it asked again for each change.
    expect(await told()).toEqual([]);
    expect(asked()).toBe(2);
    decide = () => AuthorizeResult.ALLOW;
    expect(await sees('a')).toBe(true);
    expect(await told()).toEqual(['user:default/a']);
  });

  it('forgets who has not asked for five minutes', async () => {
    const { sees, told, time } = accessWith(() => AuthorizeResult.ALLOW);
    await sees('a');
    for (time.now = 0; time.now <= 300 * SECOND; time.now += 30 * SECOND) {
      expect(await told()).toEqual(['user:default/a']);
    }
    time.now = 301 * SECOND;
    expect(await told()).toEqual([]);
  });
});
