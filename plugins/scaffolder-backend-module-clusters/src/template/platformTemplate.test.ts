import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import {
  allowAll,
  denyOnly,
  startTemplateBackend,
  type TemplateBackend,
} from '../__testUtils__/startTemplateBackend';
import { platformTemplateYaml } from './platformTemplate';

const file = resolve(
  __dirname,
  '../../../../templates/platform-repository/template.yaml',
);

jest.setTimeout(120_000);

// `generate:template` sets this, and the test below then holds.
if (process.env.UPDATE_TEMPLATE) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, platformTemplateYaml());
}

describe('template.yaml', () => {
  it('is what is generated', () => {
    expect(readFileSync(file, 'utf8')).toBe(platformTemplateYaml());
  });
});

describe('Prepare or update the platform repository', () => {
  let backend: TemplateBackend;
  const authorize = jest.fn();

  beforeAll(async () => {
    backend = await startTemplateBackend({
      ...{ file, authorize },
      platformRepository: {
        codeOwners: [{ path: '*', owners: ['@acme/platform'] }],
      },
    });
  });

  beforeEach(() => allowAll(authorize));

  afterAll(() => backend?.stop());

  it('asks for its permission', async () => {
    denyOnly(authorize, 'clusters.platform.update');
    const { status, last } = await backend.run({});
    expect([status, last.error.message]).toEqual([
      'failed',
      'Not allowed to change the platform repository: clusters.platform.update',
    ]);
    expect(backend.github.repository.pulls.list()).toEqual([]);
  });

  it('refuses a repository that is not configured', async () => {
    const { last } = await backend.run({
      repository: 'https://github.com/evil/x',
    });
    expect(last.error.message).toContain(
      'is not in clusters.platformRepositories',
    );
  });

  it('shows its files in a dry run, and sends nothing', async () => {
    const { status, body } = await backend.post('dry-run', {
      template: parse(readFileSync(file, 'utf8')),
      values: {},
      directoryContents: [],
    });
    expect([status, JSON.stringify(body.error ?? '')]).toEqual([200, '""']);
    const owners = body.directoryContents.find(
      ({ path }: { path: string }) => path === '.github/CODEOWNERS',
    );
    expect(Buffer.from(owners.base64Content, 'base64').toString()).toContain(
      '* @acme/platform\n',
    );
    expect(backend.github.repository.pulls.list()).toEqual([]);
  });

  it('ends in one pull request, and says what was left', async () => {
    const { status, last } = await backend.run({});
    expect(status).toBe('completed');
    const text = JSON.stringify(last);
    expect(text).toContain(`${backend.github.repositoryUrl}/pull/1`);
    expect(text).toContain('Left as it is: README.md exists');
    const owners = await backend.github.repository.readFile(
      '.github/CODEOWNERS',
      'clusterworks/platform-files',
    );
    expect(owners).toContain('* @acme/platform\n');
    await backend.run({ repository: backend.github.repositoryUrl });
    expect(backend.github.repository.pulls.list()).toHaveLength(1);
  });
});
