import { heapOfReading } from './measureReaders';

describe('heapOfReading', () => {
  // The figures hardly differ from run to run: 164 and 8 kB.
  it('is small for a cluster, and for each watch of a thousand clusters', async () => {
    const { cluster, watch } = await heapOfReading({ clusters: 60, nodes: 3 });
    expect(watch).toBeGreaterThan(2_000);
    expect(watch).toBeLessThan(10_000);
    expect(cluster).toBeLessThan(190_000);
  });
});
