import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assessmentSchema } from '@clusterworks/plugin-clusters-common';
import {
  clusterCaptureSchema,
  readerClusterRole,
  readerClusterRoleBinding,
} from '@clusterworks/plugin-clusters-health';
import {
  hasRealKube,
  type RealKube,
  sharedPath,
  startRealKube,
} from '@clusterworks/test-support';

const crds = 'karpenter-v1.14.1';
const present = hasRealKube && sharedPath('upstream', crds) !== undefined;
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
    const env = { ...process.env, KUBECONFIG: kubeconfig };
    let kube: RealKube | undefined;

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

    beforeAll(async () => {
      kube = await startRealKube();
      const { ca, kubectl, server, tokens } = kube;
      await kube.installCrds([crds]);
      for (const object of [readerClusterRole(), readerClusterRoleBinding()]) {
        await kubectl(['create', '-f', '-'], JSON.stringify(object));
      }
      const user = (name: 'reader' | 'nobody') => ({
        name,
        user: { token: tokens[name] },
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
                server,
                'certificate-authority-data':
                  Buffer.from(ca).toString('base64'),
              },
            },
          ],
          users: [user('reader'), user('nobody')],
          contexts: [context('reader'), context('nobody')],
        }),
      );
    });

    afterAll(async () => {
      await kube?.stop();
      rmSync(home, { recursive: true, force: true });
    });

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
