import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { onProcessGone, packageManagerPid } from './lib/ancestors.mjs';
import { unpackSite } from './lib/docsSite/siteArchive.mjs';
import { LaunchError, runMain } from './lib/LaunchError.mjs';
import { root, stateDir } from './lib/paths.mjs';
import { choosePorts } from './lib/ports.mjs';
import { ProcessGroup, tail } from './lib/ProcessGroup.mjs';
import { endDetail, heartbeat, say } from './lib/progress.mjs';
import {
  catalogClusters,
  demoStatus,
  guestSession,
  portalIsUp,
  waitFor,
} from './lib/ready.mjs';
import { prepare } from './lib/prepare.mjs';

const usage = `npm start [-- --reset] [--verbose]

  --reset     forget everything: pull requests, clusters, history, catalog
  --verbose   show what the installation prints`;

function parseArguments(args) {
  const known = ['--reset', '--verbose', '--help'];
  const unknown = args.filter(arg => !known.includes(arg));
  if (unknown.length) {
    throw new LaunchError(`Unknown: ${unknown.join(' ')}`, usage);
  }
  return Object.fromEntries(
    known.map(name => [name.slice(2), args.includes(name)]),
  );
}

function demoEnvironment(toolchain, ports) {
  return {
    ...toolchain.env,
    NODE_ENV: 'development',
    NODE_OPTIONS: '--no-node-snapshot',
    CLUSTERWORKS_STATE_DIR: stateDir,
    CLUSTERWORKS_PORTAL_PORT: String(ports.portal),
    CLUSTERWORKS_BACKEND_PORT: String(ports.backend),
    CLUSTERWORKS_GITHUB_PORT: String(ports.github),
    CLUSTERWORKS_KUBE_PORT: String(ports.kube),
    BROWSER: 'none',
    FORCE_COLOR: '0',
  };
}

function startAll(group, toolchain, env) {
  const cli = path.join(
    root,
    'node_modules',
    '@backstage',
    'cli',
    'bin',
    'backstage-cli',
  );
  const config = ['app-config.yaml', 'app-config.demo.yaml'].flatMap(name => [
    '--config',
    path.join(root, name),
  ]);
  const node = toolchain.nodeBinary;
  return {
    demo: () =>
      group.start('demo', {
        command: node,
        args: [path.join(root, 'packages', 'demo', 'bin', 'demo')],
        cwd: root,
        env,
      }),
    // Without the file watcher of `backstage-cli package start`, because the
    // running portal must not restart when a file changes.
    backend: () =>
      group.start('backend', {
        command: node,
        args: [
          '--no-node-snapshot',
          '--require',
          path.join(
            root,
            'node_modules',
            '@backstage',
            'cli',
            'config',
            'nodeTransform.cjs',
          ),
          'src/index.ts',
          ...config,
        ],
        cwd: path.join(root, 'packages', 'backend'),
        env,
      }),
    app: () =>
      group.start('app', {
        command: node,
        args: [cli, 'package', 'start', ...config],
        cwd: path.join(root, 'packages', 'app'),
        env,
      }),
  };
}

function printReady({ portal, github, user, clusters }) {
  const lines = [
    '',
    `  Clusterworks is ready: ${portal}`,
    `  Signed in as ${user} (press "Enter" on the sign-in page); ${clusters} clusters in the demo fleet.`,
    '',
    '  Three things to try:',
    `    1. ${portal}/clusters         see what is wrong in the fleet, why, and what to do`,
    `    2. ${portal}/create           create a cluster, then merge its pull request`,
    `    3. ${github}/acme/platform    the platform repository that everything is written to`,
    '',
    '  Ctrl-C ends everything. `npm start -- --reset` begins anew.',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main() {
  const options = parseArguments(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const ports = await choosePorts();
  const { toolchain } = await prepare(options);
  if (options.reset) {
    for (const name of ['db', 'demo', 'logs']) {
      fs.rmSync(path.join(stateDir, name), { recursive: true, force: true });
    }
    say('Forgot the state of the demo');
  }

  const abort = new AbortController();
  let finish;
  const finished = new Promise(resolve => (finish = resolve));
  const group = new ProcessGroup({
    nodeBinary: toolchain.nodeBinary,
    logDir: path.join(stateDir, 'logs'),
    onExit: ({ name, code, logFile }) => {
      finish(
        new LaunchError(
          `The ${name} ended by itself (exit code ${code}).\n${tail(logFile)}`,
          `Its whole log: ${logFile}`,
        ),
      );
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => finish(signal));
  }
  const manager = packageManagerPid();
  if (manager) {
    onProcessGone(manager, () => finish('SIGHUP'));
  }

  const env = demoEnvironment(toolchain, ports);
  const urls = {
    portal: `http://localhost:${ports.portal}`,
    backend: `http://localhost:${ports.backend}`,
    github: `http://127.0.0.1:${ports.github}`,
  };
  const launched = launch({
    group,
    toolchain,
    env,
    urls,
    signal: abort.signal,
  }).catch(error => {
    if (!abort.signal.aborted) {
      finish(
        new LaunchError(error.message, `Logs: ${path.join(stateDir, 'logs')}`),
      );
    }
  });
  const reason = await finished;
  abort.abort();
  endDetail();
  if (typeof reason === 'string') {
    say('Stopping');
  }
  await group.stop();
  await launched;
  if (reason instanceof Error) {
    throw reason;
  }
  say('Stopped; nothing is left running');
  return 0;
}

async function launch({ group, toolchain, env, urls, signal }) {
  const start = startAll(group, toolchain, env);
  unpackSite(
    path.join(stateDir, 'docs', 'default', 'component', 'clusterworks'),
  );
  say('Starting the demo world, the backend and the portal');
  const stop = heartbeat(() => 'still starting', 20);
  try {
    start.demo();
    start.app();
    const demo = await waitFor(
      'the demo world',
      () => demoStatus(urls.github),
      { signal, timeoutSeconds: 120 },
    );
    say(`Demo world is up: ${demo.clusters.length} clusters`);
    start.backend();
    await waitFor('the backend', () => guestSession(urls.backend), {
      signal,
      timeoutSeconds: 180,
    });
    say('Backend is up');
    const session = await waitFor(
      'the catalog to show the fleet',
      async () => {
        // A token has the groups that the catalog had at the sign-in, and only
        // members of a group see clusters.
        const found = await guestSession(urls.backend);
        const names = new Set(await catalogClusters(urls.backend, found.token));
        return demo.clusters.every(name => names.has(name)) && found;
      },
      { signal, timeoutSeconds: 120 },
    );
    say('The catalog shows the whole fleet');
    await waitFor('the portal', () => portalIsUp(urls.portal), {
      signal,
      timeoutSeconds: 300,
    });
    endDetail();
    printReady({ ...urls, user: session.user, clusters: demo.clusters.length });
  } finally {
    stop();
  }
}

await runMain(main);
