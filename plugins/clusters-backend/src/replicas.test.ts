import { type ChildProcess, fork } from 'node:child_process';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { waitFor } from '@clusterworks/test-support';
import type {
  BackendProcessOptions,
  BackendProcessReport,
} from './__testUtils__/backendProcess';
import { clusterEntity } from './__testUtils__/clusterEntity';
import { describeWithPostgres } from './__testUtils__/describeWithPostgres';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import {
  type RealPostgres,
  startRealPostgres,
} from './__testUtils__/realPostgres';
import { testAwsKeys } from './__testUtils__/startClustersBackend';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

class Backend {
  readonly process: ChildProcess;
  report: BackendProcessReport = { owned: [], live: [] };

  constructor(options: BackendProcessOptions) {
    this.process = fork(require.resolve('./__testUtils__/backendProcess'), {
      execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
      env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // Backstage's TypeScript loader also sends messages over this channel.
    this.process.on('message', (message: Partial<BackendProcessReport>) => {
      if (message.owned && message.live) {
        this.report = { owned: message.owned, live: message.live };
      }
    });
    this.process.send(options);
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = new Promise(resolve => this.process.once('exit', resolve));
      this.process.kill(signal);
      await ended;
    }
    this.report = { owned: [], live: [] };
  }
}

describeWithPostgres('three backends on one PostgreSQL', () => {
  let postgres: RealPostgres;
  let clusters: SimulatedCluster[];
  let backends: Backend[] = [];

  beforeAll(async () => {
    postgres = await startRealPostgres();
    const knex = await openTestDatabase(postgres.config);
    await knex.destroy();
    clusters = await Promise.all(
      names.map(id =>
        startSimulatedCluster({
          id,
          auth: {
            type: 'eks',
            keys: testAwsKeys,
            groups: ['clusterworks:readers'],
          },
        }),
      ),
    );
    const entities = clusters.map(cluster =>
      clusterEntity(cluster.id, cluster),
    );
    backends = [1, 2, 3].map(
      () => new Backend({ knex: postgres.config, entities }),
    );
  });

  afterAll(async () => {
    await Promise.all(backends.map(backend => backend.end('SIGKILL')));
    await Promise.all((clusters ?? []).map(cluster => cluster.stop()));
    await postgres?.stop();
  });

  /** Whether each cluster is read exactly once, and shown by every backend. */
  async function shared(...sizes: number[]) {
    await waitFor(() => {
      const running = backends.filter(({ report }) => report.owned.length > 0);
      const owned = running.flatMap(({ report }) => report.owned);
      expect(owned.sort()).toEqual(names);
      expect(running.map(({ report }) => report.owned.length)).toEqual(sizes);
      for (const { report } of running) {
        expect(report.live).toEqual(names);
      }
    });
  }

  it('divide the clusters among them, and show all of them', async () => {
    await expect(shared(2, 2, 2)).resolves.toBeUndefined();
  });

  it('take over when one is killed', async () => {
    await backends[0].end('SIGKILL');
    await expect(shared(3, 3)).resolves.toBeUndefined();
  });

  it('take over when one stops normally', async () => {
    await backends[1].end('SIGTERM');
    await expect(shared(6)).resolves.toBeUndefined();
  });
});
