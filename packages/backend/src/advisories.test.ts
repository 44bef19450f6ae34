import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import path from 'node:path';

const script = path.resolve(
  ...[__dirname, '..', '..', '..', 'scripts', 'lib'],
  ...['advisories', 'checkAdvisories.mjs'],
);

/** The result of the check for these answers of the sources. */
async function checked(
  answers: { registry: RequestListener; osv: RequestListener },
  firstLook = '2026-01-31',
) {
  const servers = [answers.registry, answers.osv].map(answer =>
    createServer(answer).listen(0, '127.0.0.1'),
  );
  await Promise.all(servers.map(server => once(server, 'listening')));
  const [registry, osv] = servers.map(
    server => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );
  try {
    const child = spawn(process.execPath, ['--input-type=module'], {
      env: {
        CLUSTERWORKS_AUDIT_REGISTRY: registry,
        CLUSTERWORKS_OSV_URL: osv,
        CLUSTERWORKS_ADVISORIES_SINCE: firstLook,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.end(`
      import { checkAdvisories } from ${JSON.stringify(script)};
      console.log(JSON.stringify(await checkAdvisories()));
    `);
    const [out, err] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
    ]);
    const result = JSON.parse(out.trim().split('\n').at(-1) ?? '');
    return { out, err, result };
  } finally {
    servers.forEach(server => server.close());
  }
}

/** Answers as a registry does, with one advisory for a package. */
const registryWith =
  (vulnerable: string, severity: string): RequestListener =>
  async (request, response) => {
    const asked = JSON.parse(await text(request));
    const url = 'https://github.com/advisories/GHSA-test';
    const advisory = {
      ...{ id: 1, url, severity, title: 'A hole' },
      vulnerable_versions: '<99.0.0',
    };
    const found = {
      ...(asked[vulnerable] && { [vulnerable]: [advisory] }),
      ...(asked.minimist?.includes('0.0.8') && { minimist: [advisory] }),
    };
    response.end(JSON.stringify(found));
  };

/** Answers as OSV does, with one advisory for a package. */
const osvWith =
  (vulnerable: string, severity: string): RequestListener =>
  async (request, response) => {
    if (request.url === '/v1/vulns/GHSA-test') {
      const more = { summary: 'A hole', database_specific: { severity } };
      response.end(JSON.stringify({ id: 'GHSA-test', ...more }));
      return;
    }
    const { queries } = JSON.parse(await text(request));
    const results = queries.map((query: { package: { name: string } }) =>
      query.package.name === vulnerable ? { vulns: [{ id: 'GHSA-test' }] } : {},
    );
    response.end(JSON.stringify({ results }));
  };

const without: RequestListener = (_, response) => response.writeHead(405).end();

describe('the check for advisories', () => {
  const passes = { passed: 1, failed: 0, skipped: [] };
  const fails = { passed: 0, failed: 1, skipped: [] };

  it.each([
    [
      'the registry of npm',
      { registry: registryWith('nothing', 'high'), osv: without },
    ],
    ['OSV', { registry: without, osv: osvWith('nothing', 'HIGH') }],
  ])('passes when %s knows none of the packages', async (source, answers) => {
    const { out, result } = await checked(answers);
    expect(result).toEqual(passes);
    const [, count, who] = /^(\d+) packages asked about at (.+?), 0 /.exec(
      out,
    )!;
    expect(Number(count)).toBeGreaterThan(1_000);
    expect(who).toBe(source);
  });

  it.each([
    ['high', fails],
    ['critical', fails],
    ['unheard-of', fails],
    ['moderate', passes],
  ])('names what it finds; when it is %s: %j', async (severity, expected) => {
    for (const answers of [
      { registry: registryWith('express', severity), osv: without },
      { registry: without, osv: osvWith('express', severity.toUpperCase()) },
    ]) {
      const { err, result } = await checked(answers);
      expect(result).toEqual(expected);
      expect(err).toMatch(
        new RegExp(`^express@\\d\\S+.*: GHSA-test ${severity}: A hole`, 'm'),
      );
    }
  });

  it('takes no registry for one that knows advisories because it answers', async () => {
    const answers = {
      registry: ((_, response) => response.end('{}')) as RequestListener,
      osv: osvWith('express', 'HIGH'),
    };
    expect((await checked(answers)).result).toEqual(fails);
  });

  it('fails nothing before a first look, and says so', async () => {
    const answers = {
      registry: registryWith('express', 'critical'),
      osv: without,
    };
    const { err, result } = await checked(answers, '');
    expect(err).toContain('GHSA-test');
    expect(result).toEqual({
      ...{ passed: 0, failed: 0 },
      skipped: ['advisories: there are some that nobody has looked at'],
    });
  });

  it.each<[string, RequestListener]>([
    ['refuses', without],
    ['answers half', (_, response) => response.end('{"results":[]}')],
    ['answers nonsense', (_, response) => response.end('<html>')],
    ['breaks off', request => request.socket.destroy()],
  ])('is skipped, and says so, when OSV %s', async (_, osv) => {
    const { err, result } = await checked({ registry: without, osv });
    expect(result).toMatchObject({ passed: 0, failed: 0 });
    expect(result.skipped).toEqual([
      expect.stringMatching(
        /^advisories: nobody could be asked \(the registry of npm: answered 405; OSV: .+\)$/,
      ),
    ]);
    expect(err).toContain('NOT CHECKED: advisories');
  });
});
