import fs from 'node:fs';
import path from 'node:path';
import { longBench, seedArgument, whenAndWhere } from './longRun.mjs';
import { root } from './paths.mjs';

const pageFile = path.join(root, 'docs', 'develop', 'chaos.md');

/**
 * Three replicas follow a fleet while they are killed, paused and restarted at
 * random. Resolves to what failed, and tables of the measurements.
 */
export async function chaos(toolchain, { minutes, clusters, seed }) {
  return await longBench(toolchain, 'chaos', [
    ...['--minutes', String(minutes)],
    ...['--clusters', String(clusters)],
    ...seedArgument(seed),
  ]);
}

/** Runs it and writes the section of its size, also when it fails. */
export async function chaosAndWritePage(toolchain, { minutes, clusters }) {
  const started = Date.now();
  const { failures, seed, tables } = await chaos(toolchain, {
    minutes,
    clusters,
  });
  if (tables) {
    const others = sectionsOf(fs.readFileSync(pageFile, 'utf8'));
    const sections = others.set(
      clusters,
      `${whenAndWhere(started)} ${minutes} minutes of faults, seed ${seed}.

${listed(failures)}

${tables}`,
    );
    fs.writeFileSync(pageFile, page(sections));
  }
  return failures;
}

function listed(failures) {
  return failures.length === 0
    ? 'All limits were kept.'
    : failures.map(text => `- ${text.replace('chaos: ', '')}`).join('\n');
}

const HEADING = /^## ([\d,]+) clusters\n\n/m;

/** The sections of the page, by the number of clusters. */
function sectionsOf(text) {
  const [, ...parts] = text.split(HEADING);
  const sections = new Map();
  for (let at = 0; at < parts.length; at += 2) {
    sections.set(Number(parts[at].replaceAll(',', '')), parts[at + 1]);
  }
  return sections;
}

function page(sections) {
  const sorted = [...sections].sort(([one], [other]) => other - one);
  const text = sorted.map(
    ([clusters, section]) =>
      `## ${clusters.toLocaleString('en')} clusters\n\n${section.trim()}\n`,
  );
  return `# Chaos

Written by \`npm run long -- chaos\`, which takes 2,000 clusters by default, or \`--clusters 500\`: three replicas on one PostgreSQL follow simulated clusters of 20 nodes. Again and again, one replica is killed, paused (SIGSTOP), restarted, or restarted with a clock that is up to a minute off, or the database is slow or hangs. Twice a second, all replicas are asked which clusters they watch: no cluster may be without a watch for more than 30 seconds (5 when a replica is told to stop), and none may be watched by two for more than 30. Meanwhile clusters are made critical and healthy again one after the other: every running replica must show it, and the history must have it. CI does so for three minutes with 60 clusters.

The replicas, the database and the API servers of all clusters share the cores. A cluster that is read again costs the replica about 0.05 s of a core, and its API server 0.02 s, so what a fault leaves without a watch takes longer the more clusters there are for each core.

${text.join('\n')}`;
}
