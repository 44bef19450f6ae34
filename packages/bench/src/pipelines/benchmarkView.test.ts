import { benchmarkView } from './benchmarkView';

describe('benchmarkView', () => {
  it('shows 500 nodes and 5,000 pods in a time that no user notices', () => {
    const { medianMs } = benchmarkView({ runs: 5 });
    // The goal is 20 ms; a loaded machine under jest gets a wide margin.
    expect(medianMs).toBeLessThan(200);
  });
});
