import http2 from 'node:http2';
import { allKinds, type Kind } from '@clusterworks/plugin-clusters-health';
import { type ReadableCluster, targetOfCluster } from './lib/targetOfCluster';
import { serve } from './lib/worker';

/** As many clusters at a time as our reader connects to. */
const CLUSTERS_AT_ONCE = 16;

async function tokenFor(cluster: ReadableCluster): Promise<string> {
  const credential = await targetOfCluster(cluster).credentials.get();
  return credential.type === 'bearer' ? credential.token : '';
}

/** Lists a kind whole, and discards the bytes as they arrive. */
function list(
  session: http2.ClientHttp2Session,
  { path, fieldSelector }: Kind,
  token: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const query = fieldSelector
      ? `?${new URLSearchParams({ fieldSelector })}`
      : '';
    const stream = session.request({
      ':path': `${path}${query}`,
      accept: 'application/json',
      'accept-encoding': 'gzip',
      authorization: `Bearer ${token}`,
    });
    let bytes = 0;
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    stream.on('end', () => resolve(bytes));
    stream.on('error', reject);
    stream.end();
  });
}

async function listAll(cluster: ReadableCluster): Promise<number> {
  const token = await tokenFor(cluster);
  const session = http2.connect(cluster.url, {
    ca: Buffer.from(cluster.caData, 'base64'),
    settings: { initialWindowSize: 1024 * 1024 },
  });
  session.on('error', () => {});
  try {
    const sizes = await Promise.all(
      allKinds.map(kind => list(session, kind, token)),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  } finally {
    session.destroy();
  }
}

serve({
  /**
   * The least that any reader has to do: a bare HTTP/2 client lists what ours
   * lists, and discards it.
   */
  async read(clusters: ReadableCluster[]) {
    const cpu = process.cpuUsage();
    const began = performance.now();
    const left = [...clusters];
    let bytes = 0;
    const lane = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const listed = await listAll(next);
        bytes += listed;
      }
    };
    await Promise.all(Array.from({ length: CLUSTERS_AT_ONCE }, lane));
    const { user, system } = process.cpuUsage(cpu);
    return {
      seconds: (performance.now() - began) / 1_000,
      cpuSeconds: (user + system) / 1e6,
      megabytes: bytes / 1e6,
    };
  },
});
