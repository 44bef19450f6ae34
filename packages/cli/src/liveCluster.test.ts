import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assessmentSchema } from '@clusterworks/plugin-clusters-common';
import {
  clusterCaptureSchema,
  readerClusterRole,
  readerClusterRoleBinding,
} from '@clusterworks/plugin-clusters-health';

const shared =
  process.env.CLUSTERWORKS_SHARED_DIR ??
  resolve(__dirname, '../../../../shared');
const kube = resolve(shared, 'tools/kube/kube');
const crds = resolve(shared, 'upstream/karpenter-v1.14.1');
const present =
  existsSync(kube) &&
  existsSync(crds) &&
  process.platform === 'linux' &&
  process.arch === 'x64';
const cli = resolve(__dirname, '../bin/clusters');

/**
 * The command line against a real API server, as a reader that has the shipped
 * ClusterRole and nothing more.
 */
(present ? describe : describe.skip)(
  `a real API server${present ? '' : ' (tools/kube absent)'}`,
  () => {
    const home = mkdtempSync(join(tmpdir(), 'clusters-live-'));
    const kubeconfig = join(home, 'reader.json');
    const env = { ...process.env, KUBE_HOME: home, KUBECONFIG: kubeconfig };
    let server: {
      server: string;
      caFile: string;
      tokens: Record<string, string>;
    };

    const asAdmin = (path: string, body: unknown) => {
      const file = join(home, 'object.json');
      writeFileSync(file, JSON.stringify(body));
      execFileSync('curl', [
        '-sSf',
        '--cacert',
        server.caFile,
        '-H',
        `Authorization: Bearer ${server.tokens.admin}`,
        '-H',
        'Content-Type: application/json',
        '--data',
        `@${file}`,
        `${server.server}${path}`,
      ]);
    };

    const clusters = (...args: string[]) => {
      try {
        const out = execFileSync(process.execPath, [cli, ...args], {
          env,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        return { code: 0, out };
      } catch (error) {
        const { status, stdout } = error as { status: number; stdout: string };
        return { code: status, out: stdout };
      }
    };

    beforeAll(() => {
      const said = execFileSync(kube, ['up'], { env, encoding: 'utf8' });
      server = JSON.parse(said.trim().split('\n').slice(-1)[0]);
      execFileSync(kube, ['crds', crds], { env });
      const rbac = '/apis/rbac.authorization.k8s.io/v1';
      asAdmin(`${rbac}/clusterroles`, readerClusterRole());
      asAdmin(`${rbac}/clusterrolebindings`, readerClusterRoleBinding());
      const user = (name: string) => ({
        name,
        user: { token: server.tokens[name] },
      });
      const context = (name: string) => ({
        name,
        context: { cluster: 'lab', user: name },
      });
      writeFileSync(
        kubeconfig,
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'Config',
          clusters: [
            {
              name: 'lab',
              cluster: {
                server: server.server,
                'certificate-authority': server.caFile,
              },
            },
          ],
          users: [user('reader'), user('nobody')],
          contexts: [context('reader'), context('nobody')],
        }),
      );
    }, 60_000);

    afterAll(() => {
      execFileSync(kube, ['reset'], { env });
      rmSync(home, { recursive: true, force: true });
    }, 30_000);

    it('reads every kind with the shipped ClusterRole, and tells what is not installed', () => {
      const { code, out } = clusters(
        'doctor',
        '--context',
        'reader',
        '--output',
        'json',
      );
      const { sources, verdict } = assessmentSchema.parse(JSON.parse(out));
      expect(sources.filter(({ state }) => state === 'forbidden')).toEqual([]);
      expect(sources.find(({ name }) => name === 'ciliumnodes')?.state).toBe(
        'notInstalled',
      );
      expect(sources.find(({ name }) => name === 'nodepools')?.state).toBe(
        'ok',
      );
      expect(verdict).not.toBe('healthy');
      expect(code).toBeGreaterThan(0);
    });

    it('says forbidden, and never healthy, without rights', () => {
      const { code, out } = clusters(
        'doctor',
        '--context',
        'nobody',
        '--output',
        'json',
      );
      const { sources, verdict } = assessmentSchema.parse(JSON.parse(out));
      expect(sources.find(({ name }) => name === 'nodes')?.state).toBe(
        'forbidden',
      );
      expect(verdict).toBe('unknown');
      expect(code).toBe(2);
    });

    it('writes a capture that doctor can open', () => {
      const file = join(home, 'capture.json');
      expect(
        clusters('capture', '--context', 'reader', '--out', file).code,
      ).toBe(0);
      const text = readFileSync(file, 'utf8');
      expect(
        clusterCaptureSchema.parse(JSON.parse(text)).serverVersion,
      ).toMatch(/^v1\./);
      expect(text).not.toMatch(/managedFields|"env"|"args"/);
      const { out } = clusters('doctor', '--bundle', file);
      expect(out).toContain('Checks:');
    });
  },
);
