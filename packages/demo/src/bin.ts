import { join, resolve } from 'node:path';
import { startDemo } from './demo';

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
  const end = () => {
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
