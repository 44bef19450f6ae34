import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { waitFor } from '@clusterworks/test-support';
import { ReaderUnderTest } from '../__testUtils__/readerUnderTest';

describe('a right that is withdrawn', () => {
  let cluster: SimulatedCluster;
  let reader: ReaderUnderTest;

  beforeAll(async () => {
    cluster = await startSimulatedCluster({
      id: 'x',
      auth: { type: 'token', token: 'x' },
      objects: [
        { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' } },
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'p1', namespace: 'default' },
        },
      ],
    });
    const { url, caData } = cluster;
    const ca = Buffer.from(caData, 'base64').toString('utf8');
    reader = new ReaderUnderTest({ name: 'x', url, ca, token: 'x' });
  });

  afterAll(async () => {
    await reader?.stop();
    await cluster?.stop();
  });

  it.each([401, 403] as const)('takes the facts along: %d', async code => {
    await waitFor(() => expect(reader.names('nodes')).toEqual(['n1']));
    const mend = cluster.faults.add(
      { type: 'status', code },
      { resource: 'nodes' },
    );
    cluster.dropWatches('nodes');
    await waitFor(() => expect(reader.states.nodes).toBe('forbidden'));
    // Facts that may no longer be read are no longer shown either.
    expect(reader.names('nodes')).toEqual([]);
    mend();
    await waitFor(() => expect(reader.names('nodes')).toEqual(['n1']));
  });
});
