import { type KubeObject, largeCluster } from '@clusterworks/kube-fixtures';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import { waitFor } from '@clusterworks/test-support';
import { ReaderUnderTest } from '../__testUtils__/readerUnderTest';
import { MemoryBudget } from './MemoryBudget';
import { createReaderGates } from './ReaderGates';

const MIB = 1024 * 1024;
const LIMIT = 16 * MIB;

describe('when other clusters have flooded the memory for facts', () => {
  let cluster: SimulatedCluster;
  let reader: ReaderUnderTest | undefined;

  beforeAll(async () => {
    cluster = await startSimulatedCluster({
      id: 'x',
      auth: { type: 'token', token: 'x' },
      objects: Object.values(largeCluster(300, 300)).flat() as KubeObject[],
    });
  });

  afterAll(async () => {
    await reader?.stop();
    await cluster?.stop();
  });

  it('a cluster still has what its verdict needs, and says what it lacks', async () => {
    const gates = createReaderGates({ factBytes: LIMIT });
    const others = new MemoryBudget(Infinity, 'Others', gates.facts);
    const flood = () => {
      for (;;) {
        others.forDetails.take(16 * 1024);
      }
    };
    expect(flood).toThrow('Facts about all clusters');
    const { url, caData } = cluster;
    const ca = Buffer.from(caData, 'base64').toString('utf8');
    const target = { name: 'x', url, ca, token: 'x' };
    reader = new ReaderUnderTest(target, { gates, kinds: allKinds });
    const ofVerdict = allKinds.filter(({ required }) => required);
    await waitFor(() => {
      const states = reader?.states ?? {};
      expect(ofVerdict.map(({ resource }) => states[resource])).toEqual(
        ofVerdict.map(() => 'ok'),
      );
      expect(reader?.source('pods')).toEqual({
        state: 'notCollected',
        reason: 'Facts about all clusters: more than 16 MiB in all',
      });
    });
    // It needs more than what each cluster has in any case.
    expect(gates.facts.used - others.used).toBeGreaterThan(MIB);
    expect(gates.facts.used).toBeLessThanOrEqual(LIMIT);
    // Once the flood is over, everything is read.
    others.giveBack(others.used);
    await waitFor(() => expect(reader?.source('pods').state).toBe('ok'));
  });
});
