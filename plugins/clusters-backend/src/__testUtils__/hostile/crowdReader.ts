import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { CostMeter } from '@clusterworks/fuzz';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import { waitFor } from '@clusterworks/test-support';
import { createReaderGates, defaultReaderLimits } from '../../reader';
import { ReaderUnderTest } from '../readerUnderTest';
import { collectGarbage } from './collectGarbage';
import type { FuzzReport } from './FuzzReport';
import { HostileProcess } from './HostileProcess';
import { endlessSorts } from './serveEndless';

/** The options that the parent process sends. */
export interface CrowdOptions {
  servers: number;
  honest: number;
  /** Memory limit for the facts about all clusters together. */
  factBytes: number;
  /**
   * For how long the servers go on sending once the memory for facts is used
   * up.
   */
  seconds: number;
}

const LOOK_MS = 100;
const FULL_WITHIN_MS = 150_000;
const MIB = 1024 * 1024;
/** Memory that may remain in use at the end, such as reusable page buffers. */
const MOST_LEFT_BYTES = 80 * MIB;

/**
 * Reads many servers with endless answers at once, beside a few normal ones.
 */
async function readCrowd(options: CrowdOptions): Promise<FuzzReport> {
  const hostile = new HostileProcess();
  const gates = createReaderGates({ factBytes: options.factBytes });
  const read = async (
    request: Parameters<HostileProcess['ask']>[0],
  ): Promise<ReaderUnderTest> => {
    const { url, ca } = await hostile.ask(request);
    const target = { name: 'x', url, ca, token: 'x' };
    return new ReaderUnderTest(target, {
      ...{ gates, kinds: allKinds },
      limits: defaultReaderLimits,
    });
  };
  const states: Record<string, number> = {};
  const look = (all: ReaderUnderTest[]) =>
    all.flatMap(({ facts }) => facts.resources);
  const honest = await Promise.all(
    Array.from({ length: options.honest }, () => read({ type: 'honest' })),
  );
  const areLive = () => look(honest).every(({ state }) => state === 'ok');
  await waitFor(() => {
    if (!areLive()) {
      throw new Error('The honest ones are not read');
    }
  });
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const heldBefore = heapUsed + arrayBuffers;
  const meter = await CostMeter.start();
  const crowd = await Promise.all(
    Array.from({ length: options.servers }, (_, index) =>
      read({
        type: 'endless',
        sort: endlessSorts[index % endlessSorts.length],
      }),
    ),
  );
  let neighbourLost = 0;
  const watching = setInterval(() => {
    neighbourLost += Number(!areLive());
  }, LOOK_MS);
  // The limit holds for all clusters together, not for each of them.
  await waitFor(() => {
    if (
      !look(crowd).some(({ reason }) => reason?.startsWith('Facts about all'))
    ) {
      throw new Error(
        `There is still memory for facts: ${gates.facts.used / MIB} MiB`,
      );
    }
  }, FULL_WITHIN_MS);
  await sleep(options.seconds * 1_000);
  for (const { state } of look(crowd)) {
    states[state] = (states[state] ?? 0) + 1;
  }
  clearInterval(watching);
  const cost = await meter.stop();
  const stopping = performance.now();
  await Promise.all([...crowd, ...honest].map(reader => reader.stop()));
  const longestStopMs = performance.now() - stopping;
  await hostile.stop();
  crowd.length = 0;
  // The error that stopped a reader keeps the list of all readers alive: V8
  // holds the receivers of its frames until it writes the trace.
  honest.length = 0;
  const leftMebibytes = await waitFor(() => {
    collectGarbage();
    const now = process.memoryUsage();
    const left = now.heapUsed + now.arrayBuffers - heldBefore;
    if (left > MOST_LEFT_BYTES) {
      throw new Error(`${left / MIB} MiB are still held`);
    }
    return left / MIB;
  });
  return {
    ...cost,
    ...{ servers: options.servers, states, longestStopMs, neighbourLost },
    ...{ leftMebibytes, failures: [] },
  };
}

// Tests that run at the same time have priority.
setPriority(constants.priority.PRIORITY_LOW);

process.once('message', async (options: CrowdOptions) => {
  const report = await readCrowd(options);
  process.send?.(report, () => process.exit(0));
});
