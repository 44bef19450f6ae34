import { expect, test } from '@playwright/test';
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePorts, Portal } from './support/Portal';

const root = path.resolve(__dirname, '..');

function runStart(args: string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number | null; output: string }>(resolve => {
    const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    child.once('close', code => resolve({ code, output }));
  });
}

test('a taken port is named, with the variable that changes it, and nothing is started', async () => {
  const [portal, backend, github, kube] = await freePorts(4);
  const blocker = net.createServer();
  await new Promise<void>(resolve =>
    blocker.listen(backend, '127.0.0.1', resolve),
  );
  try {
    const { code, output } = await runStart([], {
      CLUSTERWORKS_PORTAL_PORT: String(portal),
      CLUSTERWORKS_BACKEND_PORT: String(backend),
      CLUSTERWORKS_GITHUB_PORT: String(github),
      CLUSTERWORKS_KUBE_PORT: String(kube),
    });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${backend} for the backend is taken`);
    expect(output).toContain('CLUSTERWORKS_BACKEND_PORT');
    expect(output).toContain('Nothing was started');
  } finally {
    await new Promise(resolve => blocker.close(resolve));
  }
});

test('an unknown option is refused with the usage', async () => {
  const { code, output } = await runStart(['--rest'], {});
  expect(code).toBe(1);
  expect(output).toContain('Unknown: --rest');
  expect(output).toContain('--reset');
});

test('no command is started after the launcher has begun to end', async () => {
  const logDir = fs.mkdtempSync(path.join(os.tmpdir(), 'clusterworks-'));
  const script = `
    import { ProcessGroup } from './scripts/lib/ProcessGroup.mjs';
    const group = new ProcessGroup({
      nodeBinary: process.execPath,
      logDir: process.argv[1],
      onExit() {},
    });
    const sleeper = { command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] };
    group.start('first', sleeper);
    const stopped = group.stop();
    // The condition that a start waits for may be met at the moment at which
    // the start is ended.
    try {
      group.start('late', sleeper);
    } catch (error) {
      console.log(error.message);
    }
    await stopped;
  `;
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script, logDir],
      { cwd: root, timeout: 20_000 },
    );
    expect(stdout).toContain('late is not started: everything ends');
  } finally {
    fs.rmSync(logDir, { recursive: true, force: true });
  }
});

test('@long a second start takes seconds and shows the same state', async () => {
  const stateDir = fs.mkdtempSync(path.join(os.tmpdir(), 'clusterworks-'));
  const first = await Portal.start({ stateDir });
  try {
    await first.ready();
  } finally {
    await first.stop('SIGINT');
  }
  const started = Date.now();
  const second = await Portal.start({ stateDir });
  try {
    await second.ready();
    expect(Date.now() - started).toBeLessThan(90_000);
  } finally {
    await second.stop();
    fs.rmSync(stateDir, { recursive: true, force: true });
  }
});

test('@long a start that is killed leaves nothing running and no port open', async () => {
  const portal = await Portal.start();
  try {
    await portal.ready();
    portal.process.kill('SIGKILL');
    await portal.waitUntilClosed(20_000);
  } finally {
    await portal.stop('SIGKILL');
    fs.rmSync(portal.stateDir, { recursive: true, force: true });
  }
});
