import { join, resolve } from 'node:path';
import { demoFleet, startDemo } from './demo';
import { writeHistory } from './history';
import { startWave } from './wave';

/** How long the portal has to see the clusters for the first time. */
const FIRST_LOOK_MS = 15 * 60_000;

function port(name: string, fallback: number): number {
  const value = Number(process.env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 0 || value > 65535) {
    throw new Error(`${name} must be a port, it is "${process.env[name]}"`);
  }
  return value;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const directory = resolve(
    process.env.CLUSTERWORKS_STATE_DIR ?? '.clusterworks',
  );
  const backend = port('CLUSTERWORKS_BACKEND_PORT', 7007);
  const demo = await startDemo({
    directory: join(directory, 'demo'),
    githubPort: port('CLUSTERWORKS_GITHUB_PORT', 7020),
    clusterPortBase: port('CLUSTERWORKS_KUBE_PORT', 7031),
    githubToken: 'demo-github-token',
    webhookSecret: 'demo-webhook-secret',
    backendWebhookUrl: `http://localhost:${backend}/api/events/http/github`,
    onWarning: message => print(`warning: ${message}`),
  });
  print(`GitHub: ${demo.github.repositoryUrl}`);
  for (const cluster of demo.clusters.values()) {
    print(
      `${cluster.name}: ${cluster.endpoint} (${cluster.record.reachability}, ${cluster.record.scenario})`,
    );
  }
  const ending = new AbortController();
  // Do not wait for a cluster that was removed.
  const signal = AbortSignal.any([
    ending.signal,
    AbortSignal.timeout(FIRST_LOOK_MS),
  ]);
  writeHistory({
    file: join(directory, 'db', 'clusters.sqlite'),
    clusters: demoFleet()
      .filter(({ reachability }) => reachability === 'reachable')
      .map(({ spec }) => spec.metadata.name),
    now: Date.now,
    signal,
  }).catch(error => print(`warning: no history was written: ${error}`));
  startWave({ backendUrl: `http://localhost:${backend}`, signal }).catch(
    error => print(`warning: no wave was started: ${error}`),
  );
  const end = () => {
    ending.abort();
    demo.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
