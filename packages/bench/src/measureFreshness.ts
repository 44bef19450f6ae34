import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { percentile, send } from './lib/measure';
import type { Report } from './lib/Report';
import type { BenchBackend } from './lib/startBackend';
import { ourCluster, peerCluster } from './probes';

/** A change that was made, and when, in milliseconds since 1970. */
interface Touch {
  name: string;
  at: number;
}

const plain = { 'accept-encoding': 'identity' };
const ROUNDS = 20;
/** Between two questions of a page of the Kubernetes plugin. */
const PEER_POLL_MS = 10_000;
const PEER_CHANGES = 4;
/** Changes come at random moments within this time. */
const PEER_SPREAD_MS = 30_000;

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** From a change of one cluster until its page has it, in milliseconds. */
export async function ourFreshness(
  bench: BenchBackend,
  id: string,
): Promise<number> {
  const probe = bench.probe(ourCluster(id));
  const before = (await send(probe, plain)).headers.etag;
  const { at } = await bench.fleet.call<Touch>('touch', id);
  for (;;) {
    const answer = await send(probe, plain);
    if (answer.headers.etag !== before) {
      const detail: ClusterDetail = JSON.parse(answer.body.toString('utf8'));
      if (detail.row.nodes.certainty !== 'unknown') {
        return Date.now() - at;
      }
    }
    await pause(4);
  }
}

/**
 * From a change of one cluster until a page of the peer has it, which asks as
 * the Kubernetes plugin's own page does: every 10 s.
 */
async function peerFreshness(bench: BenchBackend, id: string) {
  const probe = peerCluster(bench, id);
  const change = (async () => {
    await pause(Math.random() * PEER_SPREAD_MS);
    return await bench.fleet.call<Touch>('touch', id);
  })();
  let touch: Touch | undefined;
  change.then(
    made => {
      touch = made;
    },
    () => {},
  );
  for (;;) {
    const next = pause(PEER_POLL_MS);
    const { body } = await send(probe, plain);
    if (touch && body.includes(`"${touch.name}"`)) {
      return Date.now() - touch.at;
    }
    await next;
    // If the change could not be made, the wait would never end.
    await Promise.race([change, pause(0)]);
  }
}

/** From a change in a cluster until an open page has it. */
export async function measureFreshness(
  report: Report,
  bench: BenchBackend,
): Promise<void> {
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { id } = bench.clusters[round % bench.clusters.length];
    ours.push(await ourFreshness(bench, id));
  }
  const peer = await Promise.all(
    bench.clusters
      .slice(0, PEER_CHANGES)
      .map(({ id }) => peerFreshness(bench, id)),
  );
  const mean = (times: number[]) =>
    times.reduce((sum, time) => sum + time, 0) / times.length;
  report.add({
    metric: `freshness, mean (peer: of ${peer.length} changes)`,
    peer: mean(peer),
    ours: mean(ours),
    unit: 'ms',
    goal: '150 ms',
    met: mean(ours) <= 150,
  });
  const p99 = percentile(ours, 0.99);
  report.add({
    metric: `freshness, p99 (peer: longest of ${peer.length})`,
    peer: Math.max(...peer),
    ours: p99,
    unit: 'ms',
    goal: '500 ms',
    met: p99 <= 500,
  });
}
