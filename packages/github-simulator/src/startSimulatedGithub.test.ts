import { Octokit } from '@octokit/rest';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from './description';
import { GithubDescription } from './description';
import type { SimulatedGithub } from './startSimulatedGithub';
import { startSimulatedGithub } from './startSimulatedGithub';

const repo = { owner: 'acme', repo: 'platform' };

describe('startSimulatedGithub', () => {
  let directory: string;
  let github: SimulatedGithub;
  let octokit: Octokit;
  const exchanges: Exchange[] = [];

  const client = (auth?: string) =>
    new Octokit({
      baseUrl: github.apiBaseUrl,
      auth,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'simulated-github-'));
    github = await startSimulatedGithub({
      ...{ directory, port: 0 },
      onExchange: exchange => exchanges.push(exchange),
    });
    octokit = client(github.token);
  });

  afterEach(async () => {
    await github.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 20 });
  });

  async function mainSha(): Promise<string> {
    const { data } = await octokit.git.getRef({ ...repo, ref: 'heads/main' });
    return data.object.sha;
  }

  /** What our pull request action does, call by call. */
  async function branchWith(
    branch: string,
    files: Record<string, string | null>,
  ): Promise<string> {
    const parent = await mainSha();
    const base = await octokit.git.getCommit({ ...repo, commit_sha: parent });
    const tree = await octokit.git.createTree({
      ...repo,
      base_tree: base.data.tree.sha,
      tree: await Promise.all(
        Object.entries(files).map(async ([path, content]) => {
          const blob =
            content === null
              ? null
              : await octokit.git.createBlob({ ...repo, content });
          return {
            path,
            mode: '100644' as const,
            type: 'blob' as const,
            sha: blob && blob.data.sha,
          };
        }),
      ),
    });
    const commit = await octokit.git.createCommit({
      ...repo,
      message: `Change ${branch}`,
      tree: tree.data.sha,
      parents: [parent],
    });
    await octokit.git.createRef({
      ...repo,
      ref: `refs/heads/${branch}`,
      sha: commit.data.sha,
    });
    return commit.data.sha;
  }

  async function openPull(branch: string, title = 'Add a cluster') {
    return octokit.pulls.create({
      ...repo,
      title,
      body: 'Why\n\n- because',
      head: branch,
      base: 'main',
    });
  }

  it('takes one token and no other', async () => {
    await expect(client('wrong').repos.get(repo)).rejects.toMatchObject({
      status: 401,
      response: { data: { message: 'Bad credentials' } },
    });
    await expect(client().repos.get(repo)).rejects.toMatchObject({
      status: 401,
    });
    const { data } = await octokit.repos.get(repo);
    expect(data).toMatchObject({
      full_name: 'acme/platform',
      default_branch: 'main',
      html_url: github.repositoryUrl,
    });
    await expect(
      octokit.repos.get({ owner: 'acme', repo: 'other' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('takes a change from blob to merge, and keeps it over a restart', async () => {
    await branchWith('clusterworks/create-a', {
      'clusters/dev/a/cluster.yaml': 'name: a\n',
      'README.md': null,
    });
    const { data: pull } = await openPull('clusterworks/create-a');
    expect(pull).toMatchObject({
      number: 1,
      state: 'open',
      mergeable: true,
      changed_files: 2,
      additions: 1,
      html_url: `${github.url}/acme/platform/pull/1`,
    });
    const files = await octokit.pulls.listFiles({ ...repo, pull_number: 1 });
    expect(
      files.data.map(({ filename, status }) => [filename, status]),
    ).toEqual([
      ['README.md', 'removed'],
      ['clusters/dev/a/cluster.yaml', 'added'],
    ]);
    expect(files.data[1].patch).toBe('@@ -0,0 +1 @@\n+name: a');

    await octokit.pulls.merge({ ...repo, pull_number: 1 });
    await github.stop();
    github = await startSimulatedGithub({ directory, port: 0 });
    octokit = client(github.token);

    const merged = await octokit.pulls.get({ ...repo, pull_number: 1 });
    expect(merged.data).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: await mainSha(),
      changed_files: 2,
    });
    expect(await github.repository.listFiles()).toEqual([
      'clusters/dev/a/cluster.yaml',
    ]);
    await expect(
      octokit.git.getRef({ ...repo, ref: 'heads/clusterworks/create-a' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('merges two pull requests that touch different files, and refuses the same file', async () => {
    await branchWith('one', { 'clusters/dev/one/cluster.yaml': '1\n' });
    await branchWith('two', { 'clusters/dev/two/cluster.yaml': '2\n' });
    await branchWith('clash', { 'clusters/dev/one/cluster.yaml': '3\n' });
    for (const branch of ['one', 'two', 'clash']) {
      await openPull(branch);
    }
    await octokit.pulls.merge({ ...repo, pull_number: 1 });
    await octokit.pulls.merge({
      ...repo,
      pull_number: 2,
      merge_method: 'squash',
    });
    expect(await github.repository.listFiles()).toEqual([
      'README.md',
      'clusters/dev/one/cluster.yaml',
      'clusters/dev/two/cluster.yaml',
    ]);
    await expect(
      octokit.pulls.merge({ ...repo, pull_number: 3 }),
    ).rejects.toMatchObject({
      status: 405,
      response: { data: { message: 'Pull Request is not mergeable' } },
    });
    const clash = await octokit.pulls.get({ ...repo, pull_number: 3 });
    expect(clash.data).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
  });

  it('answers what cannot be done as GitHub does', async () => {
    const sha = await branchWith('taken', { a: '1' });
    await openPull('taken');
    const main = await mainSha();
    const cases: [string, () => Promise<unknown>, number, unknown][] = [
      [
        'a ref that exists',
        () => octokit.git.createRef({ ...repo, ref: 'refs/heads/taken', sha }),
        422,
        { message: 'Reference already exists' },
      ],
      [
        'a ref to nothing',
        () =>
          octokit.git.createRef({
            ...repo,
            ref: 'refs/heads/x',
            sha: 'a'.repeat(40),
          }),
        422,
        { message: 'Object does not exist' },
      ],
      [
        'a ref with a bad name',
        () => octokit.git.createRef({ ...repo, ref: 'refs/heads/a..b', sha }),
        422,
        { message: 'refs/heads/a..b is not a valid ref name.' },
      ],
      [
        'a ref that is not there',
        () => octokit.git.deleteRef({ ...repo, ref: 'heads/none' }),
        422,
        { message: 'Reference does not exist' },
      ],
      [
        'a move backwards',
        () => octokit.git.updateRef({ ...repo, ref: 'heads/taken', sha: main }),
        422,
        { message: 'Update is not a fast forward' },
      ],
      [
        'a second pull request',
        () => openPull('taken'),
        422,
        {
          message: 'Validation Failed',
          errors: [
            {
              resource: 'PullRequest',
              code: 'custom',
              message: 'A pull request already exists for acme:taken.',
            },
          ],
        },
      ],
      [
        'a pull request from nowhere',
        () => openPull('none'),
        422,
        {
          errors: [{ resource: 'PullRequest', field: 'head', code: 'invalid' }],
        },
      ],
      [
        'a pull request without commits',
        async () => {
          await octokit.git.createRef({
            ...repo,
            ref: 'refs/heads/same',
            sha: main,
          });
          await openPull('same');
        },
        422,
        { errors: [{ message: 'No commits between main and same' }] },
      ],
      [
        'a path out of the tree',
        () =>
          octokit.git.createTree({
            ...repo,
            tree: [{ path: '../x', mode: '100644', content: 'x' }],
          }),
        422,
        { message: 'tree.path contains a malformed path component' },
      ],
      [
        'a write over an unseen file',
        () =>
          octokit.repos.createOrUpdateFileContents({
            ...repo,
            path: 'README.md',
            message: 'x',
            content: '',
          }),
        422,
        { message: expect.stringContaining('"sha" wasn\'t supplied') },
      ],
      [
        'a write over a changed file',
        () =>
          octokit.repos.createOrUpdateFileContents({
            ...repo,
            path: 'README.md',
            message: 'x',
            content: '',
            sha,
          }),
        409,
        { message: `README.md does not match ${sha}` },
      ],
      [
        'a merge of another head',
        () => octokit.pulls.merge({ ...repo, pull_number: 1, sha: main }),
        409,
        { message: expect.stringContaining('Head branch was modified') },
      ],
    ];
    for (const [name, act, status, data] of cases) {
      const error = await act().then(
        () => undefined,
        e => e,
      );
      expect([name, error?.status]).toEqual([name, status]);
      expect(error.response.data).toMatchObject(data as object);
    }
  });

  it('reads and writes single files', async () => {
    const path = 'clusters/dev/a b/status.yaml';
    const created = await octokit.repos.createOrUpdateFileContents({
      ...repo,
      path,
      message: 'Publish the status of a b',
      content: Buffer.from('ä: 1\n').toString('base64'),
    });
    expect(created.status).toBe(201);
    const { data } = await octokit.repos.getContent({ ...repo, path });
    expect(data).toMatchObject({ type: 'file', path, size: 6 });
    const raw = await octokit.repos.getContent({
      ...repo,
      path,
      mediaType: { format: 'raw' },
    });
    expect(raw.data).toBe('ä: 1\n');
    const folder = await octokit.repos.getContent({
      ...repo,
      path: 'clusters',
    });
    expect(folder.data).toMatchObject([{ type: 'dir', path: 'clusters/dev' }]);
    await octokit.repos.deleteFile({
      ...repo,
      path,
      message: 'Away',
      sha: created.data.content?.sha ?? '',
    });
    await expect(
      octokit.repos.getContent({ ...repo, path }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('pages long lists and answers 304 to a known ETag', async () => {
    for (let index = 0; index < 3; index++) {
      await branchWith(`b${index}`, { [`f${index}`]: 'x' });
    }
    const all = await octokit.paginate(octokit.repos.listBranches, {
      ...repo,
      per_page: 2,
    });
    expect(all.map(branch => branch.name)).toEqual(['b0', 'b1', 'b2', 'main']);
    const { headers } = await octokit.repos.get(repo);
    await expect(
      octokit.request('GET /repos/{owner}/{repo}', {
        ...repo,
        headers: { 'if-none-match': headers.etag },
      }),
    ).rejects.toMatchObject({ status: 304 });
  });

  it('compares branches and lists commits', async () => {
    await branchWith('ahead', { a: '1' });
    const { data } = await octokit.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: 'main...ahead',
    });
    expect(data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect(data.files?.map(file => file.filename)).toEqual(['a']);
    const commits = await octokit.repos.listCommits({ ...repo, sha: 'ahead' });
    expect(commits.data.map(c => c.commit.message)).toEqual([
      'Change ahead',
      'Begin the platform repository',
    ]);
  });

  it('shows a page per pull request whose button merges it', async () => {
    await branchWith('b', { 'x.yaml': '<script>alert(1)</script>\n' });
    await openPull('b', '<b>bold</b> & "quoted"');
    const address = `${github.url}/acme/platform/pull/1`;
    const page = await (await fetch(address)).text();
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;');
    expect(page).not.toContain('<script');
    expect(page).toContain('x.yaml');

    const field = (name: string) =>
      new RegExp(`name="${name}"\\s+value="([^"]+)"`).exec(page)?.[1] ?? '';
    const merge = (token: string) =>
      fetch(`${address}/merge`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ token, head: field('head') }),
      });
    expect((await merge('guessed')).status).toBe(403);
    const done = await merge(field('token'));
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      '/acme/platform/pull/1',
    ]);
    expect(await (await fetch(address)).text()).toContain('Merged by you');
    expect(await github.repository.readFile('x.yaml')).toBeDefined();
  });

  it('serves its other pages', async () => {
    await github.repository.commit({
      message: 'Add',
      write: { 'docs/a.md': '<i>' },
    });
    await branchWith('feature/x', { b: '1' });
    const cases: [string, number, string][] = [
      ['/', 200, 'acme/platform'],
      ['/acme/platform', 200, 'README.md'],
      ['/acme/platform/tree/main/docs', 200, 'a.md'],
      ['/acme/platform/blob/main/docs/a.md', 200, '&lt;i&gt;'],
      ['/acme/platform/blob/feature/x/b', 200, '1'],
      ['/acme/platform/raw/main/docs/a.md', 200, '<i>'],
      ['/acme/platform/pulls', 200, 'no pull requests'],
      ['/acme/platform/commits/main', 200, 'Add'],
      [`/acme/platform/commit/${await mainSha()}`, 200, 'docs/a.md'],
      ['/acme/platform/blob/main/none', 404, 'Not Found'],
      ['/acme/platform/blob/--help/none', 404, 'Not Found'],
      ['/acme/none', 404, 'Not Found'],
      ['/acme/platform/pull/9', 404, 'Not Found'],
      ['/_assets/pages.css', 200, 'body'],
    ];
    for (const [path, status, text] of cases) {
      const response = await fetch(github.url + path);
      expect([path, response.status]).toEqual([path, status]);
      expect(await response.text()).toContain(text);
    }
  });

  it('tells Backstage of every push, signed', async () => {
    const events: { headers: IncomingMessage['headers']; body: string }[] = [];
    let tellOfBoth = () => {};
    const both = new Promise<void>(resolve => {
      tellOfBoth = resolve;
    });
    const receiver = createServer((req, res) => {
      let body = '';
      req.on('data', chunk => {
        body += chunk;
      });
      req.on('end', () => {
        events.push({ headers: req.headers, body });
        // The first one finds a backend that is still starting.
        res.writeHead(events.length === 1 ? 503 : 202).end();
        if (events.length === 2) {
          tellOfBoth();
        }
      });
    });
    await new Promise<void>(resolve =>
      receiver.listen(0, '127.0.0.1', () => resolve()),
    );
    await github.stop();
    const { port } = receiver.address() as AddressInfo;
    github = await startSimulatedGithub({
      directory,
      port: 0,
      webhookUrl: `http://127.0.0.1:${port}/hook`,
      webhookSecret: 's3cret',
    });
    const { sha } = await github.repository.commit({
      message: 'Publish',
      write: { 'clusters/dev/a/status.yaml': 'x' },
    });
    await both;
    receiver.close();
    receiver.closeAllConnections();
    const { headers, body } = events[1];
    expect(headers['x-github-event']).toBe('push');
    expect(headers['x-hub-signature-256']).toBe(
      `sha256=${createHmac('sha256', 's3cret').update(body).digest('hex')}`,
    );
    expect(JSON.parse(body)).toMatchObject({
      ref: 'refs/heads/main',
      after: sha,
      repository: { full_name: 'acme/platform', url: github.repositoryUrl },
      commits: [{ id: sha, added: ['clusters/dev/a/status.yaml'] }],
    });
  });

  // The last test: it looks at all that the others asked and were answered.
  it.each(['api.github.com', 'ghes-3.17'] as const)(
    'answers as GitHub describes it (%s)',
    name => {
      const description = GithubDescription.read(name);
      expect(exchanges.length).toBeGreaterThan(0);
      expect(description.problemsOf(exchanges)).toEqual([]);
    },
  );
});
