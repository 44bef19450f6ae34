import { markdownTable } from '../lib/markdownTable';
import { fitLine } from './fitLine';
import type { GrowthResult } from './runGrowth';
import type { SizeResult } from './measureSize';

const count = (value: number) => value.toLocaleString('en-US');

/** The measurements as Markdown. */
export function growthTables({ sizes, failed, history }: GrowthResult): string {
  return [
    '## Backend',
    '',
    markdownTable(
      [
        ...['clusters', 'nodes each', 'RSS, MB', 'of that before reading'],
        ...['JavaScript heap, MB', 'outside of it, MB', 'live after, s'],
        ...[
          'all read after, s',
          'CPU for that, s',
          'of a bare client, s',
          'steady cores',
        ],
      ],
      sizes.map(one => [
        ...[count(one.clusters), count(one.nodes), one.rssMb, one.emptyMb],
        ...[one.heapMb, one.externalMb, one.liveSeconds, one.syncSeconds],
        ...[
          one.syncCpuSeconds,
          one.floorCpuSeconds,
          one.steadyCores.toFixed(3),
        ],
      ]),
    ),
    '',
    '## Pages',
    '',
    markdownTable(
      [
        ...['clusters', 'nodes each', 'fleet page p99, ms', 'its size, KiB'],
        ...['after one change, KiB', 'cluster page p99, ms'],
        ...['freshness p50, ms', 'freshness p99, ms'],
      ],
      sizes.map(one => [
        ...[count(one.clusters), count(one.nodes), one.fleetP99, one.fleetKib],
        ...[one.changeKib, one.clusterP99, one.freshnessP50, one.freshnessP99],
      ]),
    ),
    '',
    '## Database',
    '',
    markdownTable(
      ['clusters', 'nodes each', 'size, MB', 'new rows per day'],
      sizes.map(one => [
        ...[count(one.clusters), count(one.nodes), one.databaseMb],
        count(Math.round(one.rowsPerDay)),
      ]),
    ),
    '',
    '## What one API server feels',
    '',
    markdownTable(
      [
        ...['clusters', 'nodes each', 'requests until all is read'],
        ...['MB for that, as sent', 'open watches', 'requests per minute'],
        'KiB per minute',
      ],
      sizes.map(one => [
        ...[count(one.clusters), count(one.nodes), one.firstRequests],
        ...[one.firstMb.toFixed(2), one.watches],
        ...[one.requestsPerMinute.toFixed(1), one.kibPerMinute],
      ]),
    ),
    '',
    ...failed.map(
      ({ clusters, nodes, reason }) =>
        `${count(clusters)} clusters of ${nodes} nodes: ${reason}\n`,
    ),
    '## The curve',
    '',
    curves(sizes),
    '',
    '## History',
    '',
    ...history.flatMap(one => [
      `**${one.database}**, ${count(one.clusters)} clusters: ${count(
        one.points,
      )} points of 30 days (every 5 minutes for a day, then every 30) and ${count(
        one.changes,
      )} changes of verdicts of a year (four a day and cluster), ${one.megabytes.toFixed(
        0,
      )} MB with indexes. A run of the pruning that advances by an hour takes ${one.pruneMs.toFixed(
        0,
      )} ms for ${count(
        one.pruned,
      )} points; no turn of the event loop was longer than ${one.pruneStallMs.toFixed(
        0,
      )} ms.`,
      '',
      markdownTable(
        ['query', 'p95, ms'],
        one.queries.map(({ query, p95Ms }) => [query, p95Ms]),
      ),
      '',
    ]),
  ].join('\n');
}

/** What grows with what, as sentences. */
function curves(sizes: readonly SizeResult[]): string {
  const line = (nodes: number, figure: (one: SizeResult) => number) =>
    fitLine(
      sizes
        .filter(one => one.nodes === nodes && one.clusters > 1)
        .map(one => [one.clusters, figure(one)]),
    );
  const sentences = [20, 50].flatMap(nodes => {
    const rss = line(nodes, one => one.rssMb);
    const cpu = line(nodes, one => one.syncCpuSeconds);
    const cores = line(nodes, one => one.steadyCores);
    const database = line(nodes, one => one.databaseMb);
    return rss && cpu && cores && database
      ? [
          `- Clusters of ${nodes} nodes: RSS is ${rss.base.toFixed(
            0,
          )} MB and ${rss.slope.toFixed(
            2,
          )} MB for each cluster; the first reading takes ${(
            1_000 * cpu.slope
          ).toFixed(
            0,
          )} ms of CPU for each, the steady state ${cores.base.toFixed(
            3,
          )} cores and ${(1_000 * cores.slope).toFixed(
            3,
          )} for each thousand, the database ${(1_000 * database.slope).toFixed(
            0,
          )} KB for each without history. The largest distance of a measured RSS from that line is ${(
            100 * rss.error
          ).toFixed(0)} %.`,
        ]
      : [];
  });
  const large = fitLine(
    sizes
      .filter(({ clusters }) => clusters === 1)
      .map(one => [one.nodes, one.rssMb]),
  );
  if (large) {
    sentences.push(
      `- One cluster that grows: ${(1_000 * large.slope).toFixed(
        0,
      )} KB for each node with its pods.`,
    );
  }
  return sentences.join('\n');
}
