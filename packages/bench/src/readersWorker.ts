import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import {
  ClusterReader,
  createReaderGates,
  defaultReaderLimits,
} from './clustersBackendInternals';
import { type ReadableCluster, targetOfCluster } from './lib/targetOfCluster';
import { serve } from './lib/worker';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const gates = createReaderGates();
const readers: ClusterReader[] = [];

function start(target: ReturnType<typeof targetOfCluster>, names: string[]) {
  const reader = new ClusterReader({
    target,
    limits: defaultReaderLimits,
    gates,
    onChange() {},
    kinds: allKinds.filter(({ resource }) => names.includes(resource)),
  });
  reader.start();
  readers.push(reader);
}

const allRead = () =>
  readers.every(reader =>
    reader.facts(Date.now()).resources.every(({ state }) => state === 'ok'),
  );

serve({
  /** Reads further clusters; the JavaScript heap of all of them, in bytes. */
  async read({
    clusters,
    kinds,
  }: {
    clusters: ReadableCluster[];
    kinds: string[];
  }): Promise<number> {
    for (const cluster of clusters) {
      start(targetOfCluster(cluster), kinds);
    }
    while (!allRead()) {
      await sleep(50);
    }
    // The watches are opened, and what reading left behind is collected.
    for (let round = 0; round < 4; round += 1) {
      await sleep(250);
      collectGarbage();
    }
    return process.memoryUsage().heapUsed;
  },
});
