import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  allKinds,
  assess,
  viewCluster,
} from '@clusterworks/plugin-clusters-health';
import { CostMeter } from '@clusterworks/fuzz';
import { eventually, waitFor } from '@clusterworks/test-support';
import { createReaderGates, defaultReaderLimits } from '../../reader';
import { toSnapshot } from '../../assessment/toSnapshot';
import { ReaderUnderTest } from '../readerUnderTest';
import { collectGarbage } from './collectGarbage';
import type { FuzzReport } from './FuzzReport';
import { HostileProcess } from './HostileProcess';
import { Random } from './Random';
import type { HostileRequest } from './serveHostile';

/** The options that the parent process sends. */
export interface FuzzOptions {
  seed: number;
  seconds: number;
}

const AT_ONCE = 6;
/** How long to wait for a change before a silent server is checked, too. */
const LOOK_MS = 100;
/** Turns of the event loop within which released objects must be freed. */
const TURNS = 10;
/** Requests that reach much of the reader's code, whatever the seed is. */
const OPENING: { request: HostileRequest; state: string }[] = [
  { request: { type: 'honest' }, state: 'ok' },
  {
    request: { type: 'refusing', refused: 'list', status: '403 Forbidden' },
    state: 'forbidden',
  },
  {
    request: { type: 'refusing', refused: 'watch', status: '500 Internal' },
    state: 'stale',
  },
  {
    request: { type: 'attack', title: 'tcp connection: never finishes TLS' },
    state: 'unreachable',
  },
];
const MIB = 1024 * 1024;

const limits = {
  ...defaultReaderLimits,
  connectTimeoutMs: 1_000,
  headersTimeoutMs: 1_000,
  pageTimeoutMs: 1_000,
  watchIdleTimeoutMs: 1_000,
  graceMs: 50,
  maxBackoffMs: 500,
  refusedRetryMs: 100,
  tooLargeRetryMs: 200,
};

/** Waits until the reader reports a change, or until the time is up. */
async function changeOf(reader: ReaderUnderTest): Promise<void> {
  const { changes } = reader;
  await eventually(() => reader.changes > changes, LOOK_MS).catch(() => {});
}

/** Bytes still referenced, measured after a garbage collection. */
async function bytesKept(): Promise<number> {
  let kept = Infinity;
  for (let turn = 0; turn < TURNS; turn += 1) {
    await nextTurn();
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    kept = Math.min(kept, heapUsed + arrayBuffers);
  }
  return kept;
}

/** Reads hostile servers for a while, several at a time beside a normal one. */
class Fuzz {
  readonly #hostile = new HostileProcess();
  readonly #gates = createReaderGates({ connections: AT_ONCE, pages: AT_ONCE });
  readonly #random: Random;
  readonly #seconds: number;
  readonly #report: FuzzReport = {
    servers: 0,
    states: {},
    longestTurnMs: 0,
    longestStopMs: 0,
    peakMebibytes: 0,
    leftMebibytes: 0,
    neighbourLost: 0,
    failures: [],
  };

  constructor({ seed, seconds }: FuzzOptions) {
    this.#random = new Random(seed);
    this.#seconds = seconds;
  }

  async run(): Promise<FuzzReport> {
    const { url } = await this.#hostile.ask({ type: 'honest' });
    const neighbour = this.#read(url, '');
    await waitFor(() => {
      if (neighbour.source('nodes').state !== 'ok') {
        throw new Error('The honest neighbour is not read');
      }
    });
    collectGarbage();
    const before = process.memoryUsage();
    const meter = await CostMeter.start();
    const watching = setInterval(() => {
      const lost = neighbour.source('nodes').state !== 'ok';
      this.#report.neighbourLost += Number(lost);
    }, 50);
    await Promise.all(OPENING.map(each => this.#open(each)));
    const end = performance.now() + this.#seconds * 1_000;
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#readOn(end)));
    clearInterval(watching);
    const cost = await meter.stop();
    await neighbour.stop();
    await this.#hostile.stop();
    const left = (await bytesKept()) - before.heapUsed - before.arrayBuffers;
    return {
      ...this.#report,
      ...cost,
      leftMebibytes: left / MIB,
    };
  }

  /** Reads one server until the state that this server must cause is seen. */
  async #open({ request, state }: (typeof OPENING)[number]): Promise<void> {
    const { url, ca } = await this.#hostile.ask(request);
    const reader = this.#read(url, ca);
    await waitFor(() => {
      if (!this.#look(reader, JSON.stringify(request)).includes(state)) {
        throw new Error(`Nothing is ${state}`);
      }
    });
    await this.#leave(reader);
  }

  /** Reads one server after the other until the end time, at least one. */
  async #readOn(end: number): Promise<void> {
    do {
      const seed = this.#random.below(2 ** 31);
      const { url, ca } = await this.#hostile.ask({ type: 'fuzz', seed });
      const reader = this.#read(url, ca);
      let looks = 1 + this.#random.below(15);
      do {
        await changeOf(reader);
        this.#look(reader, `seed ${seed}`);
        looks -= 1;
      } while (looks > 0 && performance.now() < end);
      await this.#leave(reader);
    } while (performance.now() < end);
  }

  async #leave(reader: ReaderUnderTest): Promise<void> {
    const started = performance.now();
    await reader.stop();
    const took = performance.now() - started;
    this.#report.servers += 1;
    this.#report.longestStopMs = Math.max(this.#report.longestStopMs, took);
  }

  #read(url: string, ca: string): ReaderUnderTest {
    const target = { name: 'x', url, ca, token: 'x' };
    return new ReaderUnderTest(target, {
      limits,
      gates: this.#gates,
      kinds: allKinds,
    });
  }

  /** Checks what was read so far; returns the states of all sources. */
  #look(reader: ReaderUnderTest, server: string): string[] {
    const { states } = this.#report;
    const { facts } = reader;
    for (const { state } of facts.resources) {
      states[state] = (states[state] ?? 0) + 1;
    }
    try {
      const snapshot = toSnapshot({ name: 'x', identity: 'x' }, facts);
      const time = new Date(Date.now() + facts.clockSkewMs).toISOString();
      assess(snapshot, undefined, time);
      viewCluster(snapshot, time);
    } catch (error) {
      this.#report.failures.push(`${server}: ${(error as Error).stack}`);
    }
    return facts.resources.map(({ state }) => state);
  }
}

process.once('message', async (options: FuzzOptions) => {
  const report = await new Fuzz(options).run();
  process.send?.(report, () => process.exit(0));
});
