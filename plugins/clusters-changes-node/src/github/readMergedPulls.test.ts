import type { SimulatedPullRequest } from '@clusterworks/github-simulator';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const HOUR_MS = 3_600_000;
const now = Date.now();
const since = now - 24 * HOUR_MS;
const ago = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();

describe('readMergedPulls', () => {
  let platform: PlatformUnderTest;
  let main: string;

  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    const { git } = platform.github.repository;
    main = (await git.readRef('refs/heads/main')) ?? '';
    await put({ head: 'clusterworks/upgrade-pay', mergedAt: ago(1) });
    await put({ head: 'clusterworks/edit-pay-dev', mergedAt: ago(2) });
    await put({ head: 'by-hand', mergedAt: ago(1) });
    await put({ head: 'clusterworks/rename-pay', mergedAt: ago(1) });
    await put({ head: 'clusterworks/pool-pay', closedAt: ago(1) });
    await put({ head: 'clusterworks/freeze-pay', mergedAt: ago(25) });
    await put({ head: 'clusterworks/edit-pay', state: 'open' });
  });
  afterAll(() => platform.stop());
  afterEach(() => {
    platform.proxy.change = undefined;
    platform.proxy.fail = undefined;
  });

  async function put(some: Partial<SimulatedPullRequest>) {
    const { pulls } = platform.github.repository;
    const number = pulls.nextNumber();
    const { mergedAt = null } = some;
    await pulls.put({
      ...{ number, title: `Change ${number}`, body: null, author: 'bot' },
      ...{ state: 'closed', draft: false, requestedTeams: [], base: 'main' },
      ...{ headSha: main, baseSha: main, head: '', mergedBy: null },
      ...{ mergeCommitSha: mergedAt && main, createdAt: ago(30), mergedAt },
      ...{ updatedAt: mergedAt ?? ago(0), closedAt: mergedAt },
      ...some,
    });
  }

  /** Changes each pull request of an answer before it arrives. */
  function change(changed: (pull: any) => unknown) {
    platform.proxy.change = (sent, { path }) =>
      path.includes('/pulls?')
        ? Buffer.from(JSON.stringify(JSON.parse(String(sent)).map(changed)))
        : sent;
  }

  it('has those of our branches that were merged in the time', async () => {
    const { pulls, isComplete } = await platform.mergedPulls(since);
    expect(isComplete).toBe(true);
    expect(pulls).toEqual([
      {
        ...{ operation: 'upgrade', cluster: 'pay', number: 1 },
        ...{ title: 'Change 1', author: 'bot', mergedAt: ago(1) },
        url: `${platform.proxy.url}/acme/platform/pull/1`,
      },
      expect.objectContaining({ operation: 'edit', cluster: 'pay-dev' }),
    ]);
  });

  it.each<[what: string, changed: (pull: any) => unknown]>([
    [
      'another repository',
      pull => ({ ...pull, head: { ...pull.head, repo: { id: 999 } } }),
    ],
    [
      'a repository that is gone',
      pull => ({ ...pull, head: { ...pull.head, repo: null } }),
    ],
    [
      'another base branch',
      pull => ({ ...pull, base: { ...pull.base, ref: 'other' } }),
    ],
    ['no merge', pull => ({ ...pull, merged_at: null })],
  ])('has none of %s', async (_, changed) => {
    change(changed);
    expect(await platform.mergedPulls(since)).toEqual({
      ...{ pulls: [], isComplete: true },
    });
  });

  it.each<[what: string, changed: (pull: any) => unknown]>([
    ['a text instead of a number', pull => ({ ...pull, number: '1' })],
    ['a negative number', pull => ({ ...pull, number: -1 })],
    ['no time of the merge', pull => ({ ...pull, merged_at: 'soon' })],
    ['an endless time', pull => ({ ...pull, updated_at: '1'.repeat(99) })],
    ['a title of another kind', pull => ({ ...pull, title: { a: 1 } })],
    ['no branch', pull => ({ ...pull, head: null })],
    [
      'a branch without end',
      pull => ({
        ...pull,
        head: { ...pull.head, ref: 'x'.repeat(2_000) },
      }),
    ],
    ['nothing', () => null],
  ])('refuses an answer with %s', async (_, changed) => {
    change(changed);
    await expect(platform.mergedPulls(since)).rejects.toThrow(
      'cannot be understood',
    );
  });

  it('takes no address from the answer, and shortens what is long', async () => {
    change(pull => ({
      ...pull,
      // eslint-disable-next-line no-script-url
      html_url: 'javascript:alert(1)',
      title: 'x'.repeat(1_000_000),
      user: { login: 'y'.repeat(1_000_000) },
    }));
    const { pulls } = await platform.mergedPulls(since);
    expect(pulls).toHaveLength(2);
    for (const { url, title, author } of pulls) {
      expect(url).toMatch(/^http.*\/acme\/platform\/pull\/\d$/);
      expect(title.length).toBeLessThan(300);
      expect(author?.length).toBeLessThan(300);
    }
  });

  it('stops after some pages, and says that there are more', async () => {
    let first: object | undefined;
    platform.proxy.change = (sent, { path }) => {
      first ??= JSON.parse(String(sent))[0];
      const page = Number(/[?&]page=(\d+)/.exec(path)?.[1]);
      return Buffer.from(
        JSON.stringify(
          Array.from({ length: 50 }, (_, index) => ({
            ...{ ...first, updated_at: ago(0), merged_at: ago(0) },
            number: page * 50 + index,
          })),
        ),
      );
    };
    const before = platform.proxy.seen.length;
    const { pulls, isComplete } = await platform.mergedPulls(since);
    expect(isComplete).toBe(false);
    expect(pulls).toHaveLength(300);
    expect(platform.proxy.seen.length - before).toBe(6);
  });

  it('fails when GitHub does', async () => {
    platform.proxy.fail = { method: 'GET', path: /\/pulls/, status: 500 };
    await expect(platform.mergedPulls(since)).rejects.toThrow();
  });
});
