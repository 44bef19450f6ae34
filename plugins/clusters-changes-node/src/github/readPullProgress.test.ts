import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const at = '2026-11-22T10:00:00Z';
const ended = '2026-11-22T10:10:00Z';

describe('readPullProgress', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });
  afterAll(() => platform.stop());

  it('follows a pull request of ours from its checks to its run', async () => {
    const { ci, git } = platform.github.repository;
    const { pullRequestNumber = 0, branch } = await platform.propose({
      spec: smallSpec,
    });
    const head = (await git.readRef(`refs/heads/${branch}`)) ?? '';
    ci.checks.set(head, { name: 'plan', status: 'in_progress', startedAt: at });
    expect(await platform.progress(pullRequestNumber)).toMatchObject({
      ...{ cluster: 'payments-dev', operation: 'create', state: 'open' },
      checks: [{ name: 'plan', state: 'running', at }],
      reviewers: ['payments-team', 'on-call'],
      requesters: ['user:default/jane'],
    });

    await platform.merge(pullRequestNumber);
    const main = (await git.readRef('refs/heads/main')) ?? '';
    ci.workflows.set(main, {
      ...{ name: 'Terraform apply', startedAt: at, status: 'in_progress' },
      updatedAt: '2026-11-22T10:09:00Z',
      path: '.github/workflows/terraform-apply.yml',
    });
    expect(await platform.progress(pullRequestNumber)).toMatchObject({
      applyRun: { state: 'running', at },
    });
    ci.workflows.set(main, {
      ...{ name: 'Terraform apply', startedAt: at, completedAt: ended },
      path: '.github/workflows/terraform-apply.yml',
      ...{ status: 'completed', conclusion: 'failure' },
    });
    ci.workflows.set(main, {
      ...{ name: 'Other', startedAt: at, status: 'queued' },
      path: '.github/workflows/other.yml',
    });
    expect(await platform.progress(pullRequestNumber)).toMatchObject({
      state: 'merged',
      endedAt: expect.any(String),
      applyRun: { name: 'Terraform apply', state: 'failed', at: ended },
    });
  });

  it.each<[what: string, message: string, expected: RegExp]>([
    [
      'a missing right',
      'Resource not accessible by integration',
      /^no checks$/,
    ],
    ['a rate limit', 'API rate limit exceeded for app.', /rate limit/],
  ])('knows %s apart', async (_what, message, expected) => {
    const [{ number }] = platform.github.repository.pulls.list();
    platform.proxy.fail = {
      ...{ method: 'GET', path: /\/check-runs/, status: 403, message },
    };
    const told = await platform.progress(number).then(
      ({ checks }) => (checks ? 'checks' : 'no checks'),
      error => String(error),
    );
    platform.proxy.fail = undefined;
    expect(told).toMatch(expected);
  });

  it('knows nothing of other pull requests', async () => {
    await platform.github.repository.commit({
      message: 'By hand',
      write: { 'README.md': 'x' },
      branch: 'by-hand',
    });
    const { apiBaseUrl, token } = platform.github;
    const answer = await fetch(`${apiBaseUrl}/repos/acme/platform/pulls`, {
      method: 'POST',
      headers: {
        authorization: `token ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ title: 'x', head: 'by-hand', base: 'main' }),
    });
    const { number } = (await answer.json()) as { number: number };
    await expect(platform.progress(number)).rejects.toThrow(
      /changes no cluster/,
    );
  });
});
