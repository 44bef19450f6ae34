import { ClusterTurns } from './ClusterTurns';

const HOUR_MS = 3_600_000;

describe('ClusterTurns', () => {
  it('gives each cluster two turns an hour', () => {
    const turns = new ClusterTurns(['a', 'b']);
    const first = [0, 1, 2, 3].map(at => turns.next(at));
    expect(first).toEqual(['a', 'b', 'a', 'b']);
    expect(turns.next(4)).toBeUndefined();
    expect(turns.next(HOUR_MS)).toBeUndefined();
    expect(turns.next(HOUR_MS + 1)).toBe('a');
    expect(turns.next(HOUR_MS + 1)).toBeUndefined();
    expect(turns.next(HOUR_MS + 2)).toBe('b');
  });
});
