import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../clustersBackendInternals';
import type { DatabaseProxy } from './DatabaseProxy';
import type { Replica } from './Replica';

/** What a fault acts on. */
export interface ChaosTarget {
  replicas: readonly Replica[];
  proxy: DatabaseProxy;
  random: Random;
}

/** A random time between two numbers of seconds, in milliseconds. */
function seconds(random: Random, from: number, to: number): number {
  return (from + random.next() * (to - from)) * 1_000;
}

/** Clocks are off by so much at most, in either direction. */
const MOST_SKEW_MS = 60_000;

/** Each fault ends by itself: afterwards all replicas run again. */
export const faults: Record<string, (target: ChaosTarget) => Promise<void>> = {
  async 'killed replica'({ replicas, random }) {
    const replica = random.pick(replicas);
    await replica.kill();
    await sleep(seconds(random, 1, 8));
    await replica.start();
  },

  async 'paused replica'({ replicas, random }) {
    const replica = random.pick(replicas);
    replica.pause();
    await sleep(seconds(random, 3, 25));
    replica.resume();
  },

  async 'rolling restart'({ replicas, random }) {
    const replica = random.pick(replicas);
    await replica.stop();
    await replica.start();
  },

  async 'clock skew'({ replicas, random }) {
    const replica = random.pick(replicas);
    await replica.stop();
    await replica.start(Math.round((2 * random.next() - 1) * MOST_SKEW_MS));
  },

  async 'slow database'({ proxy, random }) {
    proxy.delayMs = 100 + random.below(400);
    await sleep(seconds(random, 5, 15));
    proxy.delayMs = 0;
  },

  async 'database that hangs'({ proxy, random }) {
    proxy.hold();
    await sleep(seconds(random, 2, 8));
    proxy.release();
  },
};
