import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chaosFailures } from './chaos/chaosFailures';
import { chaosTables } from './chaos/chaosTables';
import { runChaos } from './chaos/runChaos';
import { growthTables } from './growth/growthTables';
import { runGrowth } from './growth/runGrowth';
import { hasRealPostgres } from './clustersBackendInternals';
import { Report, type ReportRow } from './lib/Report';
import { measureFleet } from './measureFleet';
import { measureLargeFleet } from './measureLargeFleet';
import { measureMachine } from './measureMachine';
import { measurePipelines } from './measurePipelines';
import { measureReaders } from './measureReaders';
import { measureRefresh } from './measureRefresh';
import { questionFailures, questionTables } from './questions/questionTables';
import { type DatabaseTimes, runQuestions } from './questions/runQuestions';
import { repeatTables } from './repeat/repeatTables';
import { runRepeatedly } from './repeat/runRepeatedly';
import { runSoak } from './soak/runSoak';
import { soakFailures } from './soak/soakFailures';
import { soakTables } from './soak/soakTables';

function sizeOf(name: string, otherwise: number): number {
  const text = process.env[name];
  return text ? Number(text) : otherwise;
}

/** `BENCH_CLUSTERS`, `BENCH_NODES`, `BENCH_LARGE_CLUSTERS`: other sizes. */
async function measureOnce(): Promise<Report> {
  const started = performance.now();
  const report = new Report();
  measureMachine(report, 'at the start');
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
  await measureReaders(report, { clusters: 60, nodes: 50 });
  measureMachine(report, 'at the end');
  const seconds = (performance.now() - started) / 1_000;
  process.stderr.write(`  ${seconds.toFixed(0)} s in all\n`);
  return report;
}

const { values } = parseArgs({
  options: {
    soak: { type: 'boolean', default: false },
    chaos: { type: 'boolean', default: false },
    questions: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    /** The largest fleet of `--growth`, in nodes. */
    nodes: { type: 'string', default: '60000' },
    /** How often everything is measured. */
    times: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
    clusters: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    /** Where the result of a long check is written to, as JSON. */
    output: { type: 'string' },
  },
});

const longRun = {
  minutes: Number(values.minutes),
  clusters: Number(values.clusters),
  seed: Number(values.seed),
};

function save(
  failures: readonly string[],
  tables: string,
  took: { minutes?: number } = {},
): void {
  const { seed } = longRun;
  if (values.output) {
    writeFileSync(
      values.output,
      JSON.stringify({ ...took, seed, failures, tables }),
    );
  }
}

/**
 * Prints the result of a long check, and throws what failed.
 *
 * @param took - how long it ran, if that is not what was asked for
 */
function finish(
  failures: readonly string[],
  tables: string,
  took: { minutes?: number } = {},
): void {
  const { seed } = longRun;
  save(failures, tables, took);
  process.stdout.write(`seed ${seed}\n\n${tables}\n`);
  if (failures.length > 0) {
    throw new Error(failures.join('\n'));
  }
}

/** Everything once: `--output bench.json`. Several times: `--times 3`. */
async function measure(): Promise<void> {
  const times = Number(values.times);
  if (times > 1) {
    const all: (readonly ReportRow[])[] = [];
    for await (const rows of runRepeatedly(times)) {
      all.push(rows);
      // What was measured is kept if a later run fails.
      save([`${all.length} of ${times} runs ended`], repeatTables(all));
    }
    finish([], repeatTables(all));
    return;
  }
  const report = await measureOnce();
  if (values.output) {
    writeFileSync(values.output, JSON.stringify({ rows: report.rows }));
  }
  process.stdout.write(report.toString());
}

/** `--soak --minutes 60 --clusters 100 --seed 1 --output soak.json`. */
async function soak(): Promise<void> {
  const end = new AbortController();
  process.once('SIGTERM', () => end.abort());
  const result = await runSoak({ ...longRun, signal: end.signal });
  const minutes = Math.round(result.samples.at(-1)?.minute ?? 0);
  finish(soakFailures(result), soakTables(result), { minutes });
}

/** `--chaos --minutes 30 --clusters 2000 --seed 1 --output chaos.json`. */
async function chaos(): Promise<void> {
  if (!hasRealPostgres) {
    const skipped = 'chaos: there is no PostgreSQL for this platform';
    if (values.output) {
      writeFileSync(values.output, JSON.stringify({ failures: [], skipped }));
    }
    return;
  }
  const result = await runChaos(longRun);
  finish(chaosFailures(result), chaosTables(result));
}

/** `--questions --clusters 1000 --output questions.json`. */
async function questions(): Promise<void> {
  const { clusters } = longRun;
  const size = { clusters, others: 10 * clusters, repeats: 30 };
  const result: DatabaseTimes[] = [];
  for await (const times of runQuestions(size)) {
    result.push(times);
    // What was measured is kept if the rest is not.
    save(questionFailures(result), questionTables(result));
  }
  finish(questionFailures(result), questionTables(result));
}

/** `--growth --nodes 60000 --clusters 1000 --output growth.json`. */
async function growth(): Promise<void> {
  const result = await runGrowth({
    mostNodes: Number(values.nodes),
    historyClusters: longRun.clusters,
  });
  const failures = result.failed.map(
    ({ clusters, nodes, reason }) => `${clusters} × ${nodes}: ${reason}`,
  );
  finish(failures, growthTables(result));
}

function chosen(): Promise<void> {
  if (values.growth) {
    return growth();
  }
  if (values.questions) {
    return questions();
  }
  if (values.soak) {
    return soak();
  }
  return values.chaos ? chaos() : measure();
}

chosen().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
