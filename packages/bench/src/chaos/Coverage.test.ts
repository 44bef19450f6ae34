import { Coverage } from './Coverage';

describe('Coverage', () => {
  it('measures how long a cluster is watched by no replica', () => {
    const coverage = new Coverage(['a', 'b']);
    expect(coverage.look(0, [['a'], ['b']], 'calm')).toBe(true);
    expect(coverage.look(1_000, [['a'], []], 'kill')).toBe(false);
    expect(coverage.look(3_000, [['a'], []], 'pause')).toBe(false);
    expect(coverage.look(4_000, [['a', 'b']], 'pause')).toBe(true);
    expect(coverage.unwatched).toContainEqual({
      fault: 'kill',
      milliseconds: 3_000,
    });
    expect(coverage.watchedTwice.every(one => one.milliseconds === 0)).toBe(
      true,
    );
  });

  it('measures how long a cluster is watched by several replicas', () => {
    const coverage = new Coverage(['a', 'b']);
    coverage.look(0, [['a', 'b'], ['b']], 'pause');
    coverage.look(2_500, [['a', 'b'], ['b']], 'calm');
    expect(coverage.watchedTwice).toEqual([
      { fault: 'pause', milliseconds: 2_500 },
      { fault: 'calm', milliseconds: 0 },
    ]);
  });

  it('counts a time that has not ended', () => {
    const coverage = new Coverage(['a']);
    coverage.look(0, [], 'kill');
    coverage.look(40_000, [], 'calm');
    expect(coverage.unwatched[0]).toEqual({
      fault: 'kill',
      milliseconds: 40_000,
    });
  });

  it('takes a cluster that is not in the fleet as no cluster', () => {
    const coverage = new Coverage(['a']);
    expect(coverage.look(0, [['a', 'other']], 'calm')).toBe(true);
  });
});
