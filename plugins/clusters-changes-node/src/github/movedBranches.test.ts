import {
  type ClusterSpec,
  parseClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { jane, PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const branch = 'clusterworks/create-payments-dev';
const joe = { ...jane, ref: 'user:default/joe' };

const described = (description: string): ClusterSpec => {
  const spec = parseClusterSpec(smallSpec);
  return { ...spec, metadata: { ...spec.metadata, description } };
};

describe('a branch that moves between reading and writing', () => {
  let platform: PlatformUnderTest;

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
  });

  afterEach(() => platform.stop());

  const repository = () => platform.github.repository;
  const read = (path: string, ref?: string) => repository().readFile(path, ref);

  /** Does something once, before the first request of this kind goes on. */
  function onceBefore(
    method: string,
    path: RegExp,
    act: () => Promise<unknown>,
  ) {
    let isDone = false;
    platform.proxy.before = async seen => {
      if (!isDone && seen.method === method && path.test(seen.path)) {
        isDone = true;
        await act();
      }
    };
  }

  it('is the base: its new commits stay, and a later run starts from them', async () => {
    onceBefore('POST', /\/git\/trees$/, () =>
      repository().commit({ message: 'Meanwhile', write: { other: 'x' } }),
    );
    await platform.propose({ spec: smallSpec });
    const [pull] = repository().pulls.list();
    expect(pull).toMatchObject({ state: 'open', head: branch });
    expect(await repository().git.log(`main..${branch}`)).toHaveLength(1);

    await platform.propose({ spec: smallSpec });
    expect(await read('other', branch)).toBe('x');
    expect(await repository().git.log(`main..${branch}`)).toHaveLength(1);
    expect(repository().pulls.list()).toHaveLength(1);
    expect((await platform.merge(pull.number)).status).toBe(200);
    expect(await read('other')).toBe('x');
  });

  it('is that of others, who add to it: no commit is lost', async () => {
    await platform.propose({ spec: smallSpec });
    onceBefore('PATCH', /\/git\/refs\/heads/, async () => {
      platform.proxy.before = undefined;
      await platform.propose(
        { spec: described('by Jane') },
        { requester: jane },
      );
      await repository().commit({
        ...{ message: 'By hand', branch, actor: 'reviewer' },
        write: { mine: 'x' },
      });
    });
    await expect(
      platform.propose({ spec: described('by Joe') }, { requester: joe }),
    ).rejects.toThrow(/has commits by reviewer; merge or close it first/);
    expect(await read('mine', branch)).toBe('x');
  });

  it('is that of others, who ask at the same time: both commits are there', async () => {
    await platform.propose({ spec: smallSpec });
    onceBefore('PATCH', /\/git\/refs\/heads/, () =>
      platform.propose(
        { spec: described('by Ann') },
        { requester: { ...jane, ref: 'user:default/ann' } },
      ),
    );
    await platform.propose({ spec: described('by Joe') }, { requester: joe });
    const commits = await repository().git.log(`main..${branch}`);
    expect(commits.map(({ message }) => message).join('\n')).toMatch(
      /user:default\/joe[^]*user:default\/ann[^]*user:default\/jane/,
    );
    expect(repository().pulls.list()).toHaveLength(1);
  });

  it('is never the base itself, which may be protected', async () => {
    platform.proxy.fail = {
      ...{
        method: 'PATCH',
        path: /\/git\/refs\/heads(\/|%2F)main/,
        status: 422,
      },
      message: 'Changes must be made through a pull request.',
    };
    await platform.propose({ spec: smallSpec });
    const writes = platform.proxy.seen.filter(({ method }) => method !== 'GET');
    expect(writes.filter(({ path }) => /heads(\/|%2F)main/.test(path))).toEqual(
      [],
    );
    expect(repository().pulls.list()).toHaveLength(1);
  });
});

describe('three runs at once for the platform files', () => {
  it('end as one pull request', async () => {
    const platform = await PlatformUnderTest.start();
    try {
      const runs = await Promise.all(
        [1, 2, 3].map(() => platform.proposePlatform()),
      );
      expect(runs.map(({ pullRequestNumber }) => pullRequestNumber)).toEqual([
        1, 1, 1,
      ]);
      expect(await platform.branches()).toHaveLength(2);
    } finally {
      await platform.stop();
    }
  });
});
