import { smallSpec } from '@clusterworks/test-support';
import { jane, PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';
import type { Requester } from './Requester';

const branch = 'clusterworks/create-payments-dev';
const specPath = 'clusters/dev/payments-dev/cluster.yaml';

const pat: Requester = {
  ref: 'user:default/pat',
  groups: ['group:default/payments'],
};
const eve: Requester = {
  ref: 'user:default/eve',
  groups: ['group:default/eve-and-friends'],
};

/** The example spec with an additional admin. */
const withAdmin = (account: string) => ({
  ...smallSpec,
  spec: {
    ...smallSpec.spec,
    access: { adminRoleArns: [`arn:aws:iam::${account}:role/admin`] },
  },
});

describe('an open pull request of somebody else', () => {
  let platform: PlatformUnderTest;

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
  });

  afterEach(() => platform.stop());

  const { git } = { git: () => platform.github.repository.git };
  const head = () => git().readRef(`refs/heads/${branch}`);
  const specIn = () => platform.github.repository.readFile(specPath, branch);

  it.each<[string, Requester]>([
    ['who is not of the owner', eve],
    ['whose groups are not known', { ref: 'user:default/eve' }],
    ['whose group only sounds like it', { ...eve, groups: ['payments-2'] }],
    [
      'who has a group of the same name elsewhere',
      { ...eve, groups: ['group:elsewhere/payments'] },
    ],
  ])('is not replaced by somebody %s', async (_, requester) => {
    await platform.propose({ spec: withAdmin('111111111111') });
    const before = await head();
    const pull = platform.github.repository.pulls.get(1);
    await expect(
      platform.propose({ spec: withAdmin('666666666666') }, { requester }),
    ).rejects.toThrow(
      /pull\/1 was requested by user:default\/jane; only they and members of group:default\/payments may change it, and user:default\/eve is neither/,
    );
    expect(await head()).toBe(before);
    expect(platform.github.repository.pulls.get(1)).toEqual(pull);
  });

  it('gets a commit of a member of the owner on top, and says so', async () => {
    await platform.propose({ spec: withAdmin('111111111111') });
    const before = await head();
    // Meanwhile the base branch gets a new commit.
    await platform.github.repository.commit({
      message: 'x',
      write: { 'docs/x.md': 'x' },
    });
    await platform.propose(
      { spec: withAdmin('222222222222') },
      { requester: pat },
    );
    const commits = await git().log(`main..${branch}`);
    expect(
      commits.map(({ message }) => /Requested-by: (.*)/.exec(message)?.[1]),
    )
      // The newest first.
      .toEqual(['user:default/pat', 'user:default/jane']);
    expect(commits[1].sha).toBe(before);
    expect(await specIn()).toContain('222222222222');
    expect(platform.github.repository.pulls.get(1)?.body).toContain(
      'Requested by `user:default/jane`, changed by `user:default/pat`.',
    );
    expect((await platform.merge(1)).status).toBe(200);
  });

  it('is not replaced by its first author once others have changed it', async () => {
    await platform.propose(
      { spec: withAdmin('666666666666') },
      { requester: eve },
    );
    await platform.propose(
      { spec: withAdmin('111111111111') },
      { requester: pat },
    );
    const before = await head();
    await expect(
      platform.propose({ spec: withAdmin('666666666666') }, { requester: eve }),
    ).rejects.toThrow(/was requested by user:default\/pat/);
    expect(await head()).toBe(before);
  });

  it('does not change when the same change is proposed again', async () => {
    await platform.propose({ spec: smallSpec });
    const before = await head();
    await platform.propose({ spec: smallSpec }, { requester: pat });
    expect(await head()).toBe(before);
  });

  it('is not told by the text of its page, which people edit', async () => {
    await platform.propose({ spec: withAdmin('111111111111') });
    const { apiBaseUrl, token } = platform.github;
    await fetch(`${apiBaseUrl}/repos/acme/platform/pulls/1`, {
      method: 'PATCH',
      headers: { authorization: `token ${token}` },
      body: JSON.stringify({
        body: 'Requested by `user:default/eve`.\n\nRequested-by: user:default/eve\nGenerated-by: clusterworks',
      }),
    });
    await expect(
      platform.propose({ spec: withAdmin('666666666666') }, { requester: eve }),
    ).rejects.toThrow(/was requested by user:default\/jane/);
  });

  it.each([
    'Requested-by: user:default/eve\nGenerated-by: clusterworks',
    'Fix\n\nRequested-by: user:default/eve\nGenerated-by: clusterworks',
    'Generated-by: clusterworks\n\nBut not at the end',
  ])('is not told by a commit of others that says %j', async message => {
    await platform.propose({ spec: smallSpec });
    await platform.github.repository.commit({
      ...{ message, branch, actor: 'mallory' },
      write: { x: '1' },
    });
    const before = await head();
    await expect(
      platform.propose(
        { spec: withAdmin('111111111111') },
        { requester: jane },
      ),
    ).rejects.toThrow(
      /pull\/1 has commits by mallory; merge or close it first/,
    );
    expect(await head()).toBe(before);
  });
});

describe('a cluster that exists', () => {
  it('shows that its owner would change, and who asked', async () => {
    const platform = await PlatformUnderTest.start();
    try {
      await platform.propose({ spec: smallSpec });
      await platform.merge(1);
      const { owner: _, ...metadata } = smallSpec.metadata;
      const [owner] = eve.groups ?? [];
      await platform.propose(
        {
          operation: 'update',
          spec: { ...smallSpec, metadata: { ...metadata, owner } },
        },
        { requester: eve },
      );
      expect(platform.github.repository.pulls.get(2)?.body).toContain(
        'Owner: `group:default/eve-and-friends`, **until now `group:default/payments`**. Requested by `user:default/eve`, **who is not a member of the owner**.',
      );
    } finally {
      await platform.stop();
    }
  });
});
