import type { FaultyProxy } from '@clusterworks/github-simulator';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

type Fault = NonNullable<FaultyProxy['fail']>;

const secondary = 'You have exceeded a secondary rate limit.';
const primary = 'API rate limit exceeded for installation.';
const inAnHour = () => String(Math.floor(Date.now() / 1_000) + 3_600);

describe('what GitHub refuses', () => {
  let platform: PlatformUnderTest;

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
  });

  afterEach(() => platform.stop());

  const pulls = () => platform.github.repository.pulls.list();
  const asked = ({ method, path }: Fault) =>
    platform.proxy.seen.filter(
      seen => seen.method === method && path.test(seen.path),
    ).length;

  it.each<[string, Fault, RegExp]>([
    [
      'an app that may not write files',
      {
        ...{ method: 'POST', path: /\/git\/trees$/, status: 403 },
        message: 'Resource not accessible by integration',
      },
      /^\S+: The credentials lack a right: the portal's GitHub App \(or the token\) needs "Contents: read and write" for this repository\. /,
    ],
    [
      'a token that may only read, which GitHub answers with 404',
      {
        ...{ method: 'POST', path: /\/git\/refs$/, status: 404 },
        message: 'Not Found',
      },
      /lack a right: .* needs "Contents: read and write"/,
    ],
    [
      'a token without pull requests',
      {
        ...{ method: 'POST', path: /\/pulls$/, status: 403 },
        message: 'Resource not accessible by personal access token',
      },
      /lack a right: .* needs "Pull requests: read and write"/,
    ],
    [
      'what GitHub itself names',
      {
        ...{ method: 'POST', path: /\/git\/refs$/, status: 403 },
        message: 'Resource not accessible by integration',
        headers: {
          'x-accepted-github-permissions': 'contents=write,workflows=write',
        },
      },
      /needs "Contents: read and write" and "Workflows: read and write" for/,
    ],
    [
      'a repository that the credentials do not see',
      {
        ...{ method: 'GET', path: /\/git\/ref\/heads/, status: 404 },
        message: 'Not Found',
      },
      /no such repository or branch: its name is wrong, or .* needs "Contents: read" for/,
    ],
    [
      'a token without single sign-on',
      {
        ...{ method: 'GET', path: /\/git\/ref\/heads/, status: 403 },
        message: 'Resource protected by organization SAML enforcement.',
      },
      /not authorized for the single sign-on of the organization/,
    ],
    [
      'a rule about branches',
      {
        ...{ method: 'POST', path: /\/git\/refs$/, status: 422 },
        message:
          'Repository rule violations found\n\nCannot create ref due to creations being restricted.',
      },
      /A rule of the repository protects the branch: .* branches named clusterworks\/\*\*/,
    ],
    [
      'a secondary limit that lasts',
      {
        ...{ method: 'POST', path: /\/git\/commits$/, status: 403 },
        message: secondary,
        headers: { 'retry-after': '180' },
      },
      /rate limit of GitHub is reached, .* try again in 3 minutes\. /,
    ],
    [
      'a secondary limit without a time',
      {
        ...{ method: 'POST', path: /\/git\/commits$/, status: 403 },
        message: secondary,
      },
      /try again in 60 seconds\. /,
    ],
    [
      'a primary limit that lasts',
      {
        ...{ method: 'GET', path: /\/git\/trees/, status: 403 },
        message: primary,
        get headers() {
          return {
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': inAnHour(),
          };
        },
      },
      /try again in 6[01] minutes\. /,
    ],
  ])('is said in words, and nothing is left: %s', async (_, fail, words) => {
    platform.proxy.fail = fail;
    const said = await platform.propose({ spec: smallSpec }).then(
      () => 'nothing thrown',
      error => String(error),
    );
    expect(said).toMatch(words);
    // What GitHub said stands behind it.
    expect(said).toContain(`GitHub answered ${fail.status} to ${fail.method}`);
    expect(said).toContain(fail.message);
    expect(asked(fail)).toBe(1);
    expect(pulls()).toEqual([]);
    expect(await platform.branches()).toEqual(['refs/heads/main']);

    platform.proxy.fail = undefined;
    const { pullRequestNumber } = await platform.propose({ spec: smallSpec });
    expect(pullRequestNumber).toBe(1);
  });

  it.each<[string, Fault]>([
    [
      'a secondary limit',
      {
        ...{ method: 'POST', path: /\/git\/trees$/, status: 403 },
        message: secondary,
        headers: { 'retry-after': '1' },
      },
    ],
    [
      'too many requests',
      {
        ...{ method: 'POST', path: /\/pulls$/, status: 429 },
        message: secondary,
        headers: { 'retry-after': '0' },
      },
    ],
    [
      'a primary limit that has just ended',
      {
        ...{
          method: 'GET',
          path: /\/git\/ref\/heads(\/|%2F)main/,
          status: 403,
        },
        message: primary,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
      },
    ],
  ])('is waited for when it is short: %s', async (_, fault) => {
    platform.proxy.fail = { ...fault, times: 1 };
    const started = Date.now();
    const { pullRequestNumber } = await platform.propose({ spec: smallSpec });
    expect(pullRequestNumber).toBe(1);
    expect(asked(fault)).toBe(2);
    const seconds = Number(fault.headers?.['retry-after'] ?? 1);
    expect(Date.now() - started).toBeGreaterThanOrEqual(seconds * 1_000);
    expect(pulls()).toHaveLength(1);
  });

  it('is not waited for any longer when the run is cancelled', async () => {
    const cancelled = new AbortController();
    const fail: Fault = {
      ...{ method: 'POST', path: /\/git\/trees$/, status: 403 },
      message: secondary,
      headers: { 'retry-after': '15' },
    };
    platform.proxy.fail = fail;
    platform.proxy.before = async ({ method, path }) => {
      if (method === fail.method && fail.path.test(path)) {
        cancelled.abort();
      }
    };
    const started = Date.now();
    await expect(
      platform.propose({ spec: smallSpec }, { signal: cancelled.signal }),
    ).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(await platform.branches()).toEqual(['refs/heads/main']);
  });

  it('does not take a rate limit for a right that is missing', async () => {
    platform.proxy.fail = {
      ...{ method: 'POST', path: /\/git\/trees$/, status: 403 },
      message: secondary,
      headers: { 'retry-after': '180' },
    };
    await expect(platform.proposePlatform()).rejects.toThrow(/rate limit/);
    expect(asked(platform.proxy.fail)).toBe(1);
  });
});

describe('a cancelled run', () => {
  it.each([
    ['while the commit is written', 'POST', /\/git\/commits$/],
    ['while the branch is created', 'POST', /\/git\/refs$/],
  ])('leaves nothing: %s', async (_, method, path) => {
    const platform = await PlatformUnderTest.start();
    try {
      const cancelled = new AbortController();
      platform.proxy.before = async seen => {
        if (seen.method === method && path.test(seen.path)) {
          cancelled.abort(new Error('the task was cancelled'));
        }
      };
      const options = { signal: cancelled.signal };
      await expect(
        platform.propose({ spec: smallSpec }, options),
      ).rejects.toThrow('the task was cancelled');
      expect(await platform.branches()).toEqual(['refs/heads/main']);
      expect(platform.github.repository.pulls.list()).toEqual([]);
    } finally {
      await platform.stop();
    }
  });
});
