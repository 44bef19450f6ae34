import type { FleetResponse } from '@clusterworks/plugin-clusters-common';
import { Worker } from '../lib/worker';
import { judgeSamples, type SoakVerdict } from './judgeSamples';
import type { SoakSample } from './SoakSample';

/** Settings of a soak. */
export interface SoakOptions {
  minutes: number;
  clusters: number;
  seed: number;
  /** Ends the soak after the round that it is in. */
  signal?: AbortSignal;
}

/** Result of a soak. */
export interface SoakResult extends SoakOptions {
  samples: SoakSample[];
  verdicts: SoakVerdict[];
  /** The faults of servers, and how often each was started. */
  disturbed: Record<string, number>;
}

const NODES = 20;
/** Fewer samples do not show a trend. */
const LEAST_ROUNDS = 10;
const ROUND_MS = 60_000;
/** The interval at which servers are broken or restarted. */
const DISTURB_EVERY_MS = 4_000;
/**
 * Time for a cluster to become live again: more than the longest pause of a
 * reader.
 */
const RECOVERY_MS = 120_000;
const POLL_MS = 500;

type AskFleet = (query: string) => Promise<FleetResponse>;

const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Reads clusters whose servers break and restart at random, round by round:
 * faults for half of a round, then none until all clusters are live again, and
 * a sample of what the backend holds.
 */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const fleet = new Worker(require.resolve('./fleetWorker'));
  const backend = new Worker(require.resolve('./backendWorker'));
  try {
    const clusters = await fleet.call<{ id: string }[]>('start', {
      ...{ clusters: options.clusters, nodes: NODES, seed: options.seed },
    });
    const { url, token } = await backend.call<{ url: string; token: string }>(
      'start',
      clusters,
    );
    const ask: AskFleet = async query => {
      const response = await fetch(`${url}/api/clusters/v1/fleet${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!response.ok) {
        throw new Error(
          `GET /v1/fleet${query}: ${response.status} ${await response.text()}`,
        );
      }
      return await response.json();
    };
    // The first sample is taken before any fault.
    await lostClusters(ask, options.clusters);
    const samples = await takeSamples({ options, fleet, backend, ask });
    return {
      ...options,
      samples,
      verdicts: judgeSamples(samples),
      disturbed: await fleet.call('counts'),
    };
  } finally {
    await Promise.all([fleet.end(), backend.end()]);
  }
}

async function takeSamples(run: {
  options: SoakOptions;
  fleet: Worker;
  backend: Worker;
  ask: AskFleet;
}): Promise<SoakSample[]> {
  const { options, fleet, backend, ask } = run;
  const runMs = options.minutes * 60_000;
  const roundMs = Math.min(ROUND_MS, runMs / LEAST_ROUNDS);
  const rounds = Math.round(runMs / roundMs);
  const started = performance.now();
  const samples: SoakSample[] = [];
  const sample = async (lost: number) => {
    const held = await backend.call<Omit<SoakSample, 'minute' | 'lost'>>(
      'sample',
    );
    const minute = (performance.now() - started) / 60_000;
    samples.push({ minute, ...held, lost });
    process.stderr.write(`  ${JSON.stringify(samples[samples.length - 1])}\n`);
  };
  await sample(0);
  for (let round = 1; round <= rounds; round += 1) {
    if (options.signal?.aborted) {
      break;
    }
    const calm = performance.now() + roundMs / 2;
    while (performance.now() < calm) {
      await fleet.call('disturb');
      await ask('');
      await sleep(DISTURB_EVERY_MS);
    }
    await fleet.call('heal');
    const lost = await lostClusters(ask, options.clusters);
    await sleep(Math.max(0, started + round * roundMs - performance.now()));
    await sample(lost);
  }
  return samples;
}

/**
 * Waits until all clusters are live; returns the number of clusters that are
 * not.
 */
async function lostClusters(ask: AskFleet, clusters: number): Promise<number> {
  const end = performance.now() + RECOVERY_MS;
  for (;;) {
    const { totals } = await ask('?filter=connection:live&limit=1');
    const lost = clusters - totals.clusters;
    if (lost === 0 || performance.now() > end) {
      return lost;
    }
    await sleep(POLL_MS);
  }
}
