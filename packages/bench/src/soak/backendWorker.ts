import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  clusterEntity,
  startClustersBackend,
} from '../clustersBackendInternals';
import { serve } from '../lib/worker';
import { LiveResources } from './LiveResources';
import { countRows, type PluginParts, probeModule } from './probeModule';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const live = new LiveResources();
let parts: PluginParts | undefined;

serve({
  async start(clusters: { id: string; url: string; caData: string }[]) {
    live.start();
    const { server } = await startClustersBackend({
      entities: clusters.map(({ id, url, caData }) =>
        clusterEntity(id, { url, caData }),
      ),
      features: [
        mockServices.rootLogger.factory({ level: 'none' }),
        probeModule(found => {
          parts = found;
        }),
      ],
      config: {
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          // So short that the history reaches its full size early in the run.
          history: {
            interval: { seconds: 5 },
            keep: { seconds: 30 },
            keepChanges: { seconds: 30 },
          },
        },
      },
    });
    return {
      url: `http://127.0.0.1:${server.port()}`,
      token: mockCredentials.user.token(),
    };
  },
  async sample() {
    if (!parts) {
      throw new Error('The plugin has not started');
    }
    // The scheduler of a test backend does not run tasks by itself.
    await parts.scheduler.triggerTask('clusters-history:prune');
    const rows = await countRows(parts.knex);
    // The second garbage collection frees objects that the first one
    // finalized.
    collectGarbage();
    await new Promise(resolve => setImmediate(resolve));
    collectGarbage();
    const { rss, heapUsed } = process.memoryUsage();
    const { timers, sockets } = live.counts;
    return { rssMb: rss / 1e6, heapMb: heapUsed / 1e6, timers, sockets, rows };
  },
});
