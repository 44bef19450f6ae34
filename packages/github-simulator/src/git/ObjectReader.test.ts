import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GitRepository } from './GitRepository';
import { ObjectReader } from './ObjectReader';

describe('ObjectReader', () => {
  let directory: string;
  let git: GitRepository;
  let reader: ObjectReader;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'object-reader-'));
    git = await GitRepository.open(join(directory, 'a.git'));
    reader = new ObjectReader(git.gitDir);
  });
  afterAll(async () => {
    reader.close();
    git.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 20 });
  });

  const contents = [
    '',
    '\n',
    'one line',
    'two\nlines\n',
    `${'0'.repeat(40)} blob 3\nabc\n`,
    'grün\0\u{1f600}',
    'x'.repeat(1_000_000),
  ];

  it('answers questions that are asked at once, in any sizes', async () => {
    const shas = await Promise.all(contents.map(text => git.writeBlob(text)));
    const objects = await Promise.all(shas.map(sha => reader.read(sha)));
    objects.forEach((object, at) => {
      expect(object).toMatchObject({ sha: shas[at], type: 'blob' });
      expect(object?.content.equals(Buffer.from(contents[at]))).toBe(true);
    });
  });

  it('says that an object is missing, and finds it once it is there', async () => {
    const name = '257cc5642cb1a054f08cc83f2d943e56fd3ebe99';
    expect(await reader.read(name)).toBeUndefined();
    expect(await git.writeBlob('foo\n')).toBe(name);
    expect((await reader.read(name))?.content.toString()).toBe('foo\n');
  });

  it('sees where a ref points now', async () => {
    const signature = {
      name: 'a',
      email: 'a@b.invalid',
      date: '2026-01-01T00:00:00Z',
    };
    const tree = await git.writeTree(undefined, []);
    let parents: string[] = [];
    for (const message of ['one', 'two']) {
      const sha = await git.writeCommit({
        ...{ tree, parents, message },
        ...{ author: signature, committer: signature },
      });
      await git.moveRef('refs/heads/main', sha, parents[0] ?? '0'.repeat(40));
      expect((await reader.read('refs/heads/main'))?.sha).toBe(sha);
      parents = [sha];
    }
  });

  it('keeps a program running until it is answered', async () => {
    const sha = await git.writeBlob('late');
    const program = `
      const { ObjectReader } = require(${JSON.stringify(
        require.resolve('./ObjectReader'),
      )});
      new ObjectReader(${JSON.stringify(git.gitDir)})
        .read('${sha}')
        .then(({ content }) => process.stdout.write(content));`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--no-node-snapshot', '--require'],
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ...['-e', program],
    ]);
    expect(stdout).toBe('late');
  });

  it('starts again after it was closed', async () => {
    const sha = await git.writeBlob('again');
    const unanswered = reader.read(sha);
    reader.close();
    await expect(unanswered).rejects.toThrow(/it was closed/);
    expect((await reader.read(sha))?.content.toString()).toBe('again');
  });

  it('fails what it was asked when git cannot run', async () => {
    const nowhere = new ObjectReader(join(directory, 'nowhere.git'));
    await expect(nowhere.read('HEAD')).rejects.toThrow(/cat-file failed/);
  });
});
