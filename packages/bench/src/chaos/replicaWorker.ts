import knexFactory, { type Knex } from 'knex';
import {
  clusterEntity,
  defaultReaderLimits,
  startTestClusters,
} from '../clustersBackendInternals';
import { serve } from '../lib/worker';
import { HANDOVER_SECONDS } from './handoverSeconds';

type Started = Awaited<ReturnType<typeof startTestClusters>>;

let started: Started | undefined;

function parts(): Started {
  if (!started) {
    throw new Error('The replica has not started');
  }
  return started;
}

/** From now on, this process believes that it is later by some milliseconds. */
function skewClock(aheadMs: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(
        ...((given.length > 0 ? given : [Real.now() + aheadMs]) as [number]),
      );
    }

    static now() {
      return Real.now() + aheadMs;
    }
  } as DateConstructor;
}

serve({
  async start(options: {
    knex: Knex.Config;
    clusters: { id: string; url: string; caData: string }[];
    aheadMs: number;
  }) {
    skewClock(options.aheadMs);
    started = await startTestClusters({
      entities: options.clusters.map(({ id, url, caData }) =>
        clusterEntity(id, { url, caData }),
      ),
      knex: knexFactory(options.knex),
      limits: defaultReaderLimits,
      // Judged as often as by default.
      config: {
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          reader: { handover: { seconds: HANDOVER_SECONDS } },
        },
      },
    });
    process.once('SIGTERM', async () => {
      await started?.stop();
      process.exit(0);
    });
  },
  /** The clusters that this replica reads and has an open connection to. */
  watched() {
    const { clusters, fleet } = parts();
    return clusters.sessions.owned.flatMap(identity => {
      const entry = fleet.find(identity);
      return entry?.row.connection.state === 'live' ? entry.cluster.name : [];
    });
  },
  /** What this replica shows of a cluster. */
  shown(name: string) {
    const row = parts().row(name);
    return row && { verdict: row.verdict, state: row.connection.state };
  },
});
