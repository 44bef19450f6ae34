import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const lib = path.resolve(__dirname, '..', '..', '..', 'scripts', 'lib');
const hashOf = (bytes: Buffer) =>
  `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

describe('what the launcher fetches', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pinned-packages-'));
  let registry: Server;
  let sent: Buffer;

  beforeAll(async () => {
    mkdirSync(path.join(folder, 'package'));
    writeFileSync(
      path.join(folder, 'package', 'package.json'),
      '{ "name": "tool", "version": "1.0.0" }',
    );
    writeFileSync(path.join(folder, 'package', 'tool.js'), '// tool');
    execFileSync('tar', ['-czf', 'tool.tgz', 'package'], { cwd: folder });
    // A registry that states a hash which fits the package that it sends.
    registry = createServer((request, response) => {
      if (request.url?.endsWith('.tgz')) {
        response.end(sent);
        return;
      }
      const tarball = `http://${request.headers.host}/tool.tgz`;
      const dist = { tarball, integrity: hashOf(sent) };
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          name: 'tool',
          'dist-tags': { latest: '1.0.0' },
          versions: { '1.0.0': { name: 'tool', version: '1.0.0', dist } },
        }),
      );
    }).listen(0, '127.0.0.1');
    await once(registry, 'listening');
  });

  afterAll(() => {
    registry?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * Installs the tool as the launcher does; returns the error if there is one.
   */
  async function install(into: string, integrity: string) {
    const { port } = registry.address() as AddressInfo;
    const pinned = [{ name: 'tool', version: '1.0.0', integrity }];
    const child = spawn(process.execPath, ['--input-type=module'], {
      env: {
        ...{ PATH: process.env.PATH, HOME: folder },
        npm_config_registry: `http://127.0.0.1:${port}`,
        npm_config_cache: path.join(folder, `cache-${path.basename(into)}`),
      },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', data => {
      said += data;
    });
    child.stdin.end(`
      import { installPinned } from ${JSON.stringify(
        path.join(lib, 'installPinned.mjs'),
      )};
      import { runMain } from ${JSON.stringify(
        path.join(lib, 'LaunchError.mjs'),
      )};
      await runMain(async () => installPinned(${JSON.stringify(
        into,
      )}, ${JSON.stringify(pinned)}));
    `);
    const [code] = await once(child, 'close');
    return { code, said };
  }

  it('is installed when its hash is the pinned one', async () => {
    sent = readFileSync(path.join(folder, 'tool.tgz'));
    const into = path.join(folder, 'good');
    expect(await install(into, hashOf(sent))).toEqual({ code: 0, said: '' });
    expect(existsSync(path.join(into, 'node_modules/tool/tool.js'))).toBe(true);
  });

  it('is refused when one byte of it is another', async () => {
    const good = readFileSync(path.join(folder, 'tool.tgz'));
    sent = Buffer.from(good);
    // The byte is the operating system in gzip's header, so the archive can
    // still be unpacked.
    sent[9] = (sent[9] + 1) % 256;
    const into = path.join(folder, 'bad');
    const { code, said } = await install(into, hashOf(good));
    expect(code).toBe(1);
    expect(said).toMatch(/EINTEGRITY[^]*Nothing of it was run/);
    expect(existsSync(path.join(into, 'node_modules/tool/tool.js'))).toBe(
      false,
    );
  });

  it('is pinned by a hash, all of it', () => {
    const text = readFileSync(path.join(lib, 'pinnedPackages.mjs'), 'utf8');
    const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
    const versions = count(/\bversion: '\d+\.\d+\.\d+'/g);
    expect(versions).toBeGreaterThan(5);
    expect(count(/'sha512-[A-Za-z0-9+/]{86}=='/g)).toBe(versions);
  });
});
