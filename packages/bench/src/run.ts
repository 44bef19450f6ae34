import { Report } from './lib/Report';
import { measureFleet } from './measureFleet';
import { measureLargeFleet } from './measureLargeFleet';
import { measurePipelines } from './measurePipelines';
import { measureRefresh } from './measureRefresh';

function sizeOf(name: string, otherwise: number): number {
  const text = process.env[name];
  return text ? Number(text) : otherwise;
}

/** `BENCH_CLUSTERS`, `BENCH_NODES`, `BENCH_LARGE_CLUSTERS`: other sizes. */
async function main(): Promise<void> {
  const started = performance.now();
  const report = new Report();
  measurePipelines(report);
  await measureFleet(report, {
    clusters: sizeOf('BENCH_CLUSTERS', 100),
    nodes: sizeOf('BENCH_NODES', 100),
  });
  await measureLargeFleet(report, {
    clusters: sizeOf('BENCH_LARGE_CLUSTERS', 1_000),
    nodes: 50,
  });
  await measureRefresh(report, { nodes: 500, podsPerNode: 10 });
  const seconds = (performance.now() - started) / 1_000;
  process.stderr.write(`  ${seconds.toFixed(0)} s in all\n`);
  process.stdout.write(report.toString());
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
