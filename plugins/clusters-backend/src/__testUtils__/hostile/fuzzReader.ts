import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  allKinds,
  assess,
  viewCluster,
} from '@clusterworks/plugin-clusters-health';
import { createReaderGates, defaultReaderLimits } from '../../reader';
import { toSnapshot } from '../../assessment/toSnapshot';
import { ReaderUnderTest } from '../readerUnderTest';
import type { FuzzReport } from './FuzzReport';
import { HostileProcess } from './HostileProcess';
import { Random } from './Random';

/** What the parent sends. */
export interface FuzzOptions {
  seed: number;
  seconds: number;
}

const AT_ONCE = 6;
const MIB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

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

/** Reads hostile servers for a while, several at a time beside an honest one. */
class Fuzz {
  readonly #hostile = new HostileProcess();
  readonly #gates = createReaderGates({ connections: AT_ONCE, pages: AT_ONCE });
  readonly #random: Random;
  readonly #end: number;
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
    this.#end = performance.now() + seconds * 1_000;
  }

  async run(): Promise<FuzzReport> {
    const { url } = await this.#hostile.ask({ type: 'honest' });
    const neighbour = this.#read(url, '');
    await sleep(500);
    collectGarbage();
    const before = process.memoryUsage();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const watching = setInterval(() => {
      const { rss } = process.memoryUsage();
      const grown = (rss - before.rss) / MIB;
      this.#report.peakMebibytes = Math.max(this.#report.peakMebibytes, grown);
      const lost = neighbour.source('nodes').state !== 'ok';
      this.#report.neighbourLost += Number(lost);
    }, 50);
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#readOn()));
    clearInterval(watching);
    delay.disable();
    await neighbour.stop();
    await this.#hostile.stop();
    await sleep(200);
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    const left =
      heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers;
    return {
      ...this.#report,
      longestTurnMs: delay.max / 1e6,
      leftMebibytes: left / MIB,
    };
  }

  /** Reads one server after the other. */
  async #readOn(): Promise<void> {
    while (performance.now() < this.#end) {
      const seed = this.#random.below(2 ** 31);
      const { url, ca } = await this.#hostile.ask({ type: 'fuzz', seed });
      const reader = this.#read(url, ca);
      const looks = 1 + this.#random.below(15);
      for (let look = 0; look < looks; look += 1) {
        await sleep(100);
        this.#look(reader, seed);
      }
      const started = performance.now();
      await reader.stop();
      const took = performance.now() - started;
      this.#report.servers += 1;
      this.#report.longestStopMs = Math.max(this.#report.longestStopMs, took);
    }
  }

  #read(url: string, ca: string): ReaderUnderTest {
    const target = { name: 'x', url, ca, token: 'x' };
    return new ReaderUnderTest(target, {
      limits,
      gates: this.#gates,
      kinds: allKinds,
    });
  }

  /** Judges what was read so far. */
  #look(reader: ReaderUnderTest, seed: number): void {
    const { states } = this.#report;
    try {
      const { facts } = reader;
      for (const { state } of facts.resources) {
        states[state] = (states[state] ?? 0) + 1;
      }
      const snapshot = toSnapshot('x', facts);
      const time = new Date(Date.now() + facts.clockSkewMs).toISOString();
      assess(snapshot, undefined, time);
      viewCluster(snapshot, time);
    } catch (error) {
      this.#report.failures.push(`seed ${seed}: ${(error as Error).stack}`);
    }
  }
}

process.once('message', async (options: FuzzOptions) => {
  const report = await new Fuzz(options).run();
  process.send?.(report, () => process.exit(0));
});
