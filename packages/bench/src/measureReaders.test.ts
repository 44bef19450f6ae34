import { heapOfReading } from './measureReaders';

describe('heapOfReading', () => {
  // 164 kB, and hardly another figure in another run. Most of it are 14 watches,
  // which had taken 246 kB.
  it('is small for one of a thousand clusters', async () => {
    const bytes = await heapOfReading({ clusters: 60, nodes: 3 });
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(190_000);
  });
});
