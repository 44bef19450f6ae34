import { MADE_UP, type PresentCluster, weekBefore } from './weekBefore';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const HOUR_MS = 3_600_000;

const cluster: PresentCluster = {
  identity: 'id-1',
  name: 'payments-prod',
  point: {
    verdict: 'critical',
    nodes: 10,
    podsPending: 4,
    roomAddresses: 20_000,
    cpuAllocatable: 80,
    subnets: { 'subnet-1': 8_000 },
    pools: { general: { nodes: 8, cpuProvisioned: 64 } },
  },
};

describe('weekBefore', () => {
  const { points, changes } = weekBefore(cluster, NOW);

  it('has a week of points in order, and the newest equals the current state', () => {
    const times = points.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(NOW - times[0]).toBe(168 * HOUR_MS);
    expect(times.at(-1)).toBeLessThan(NOW);
    expect(points.at(-1)?.point).toEqual(cluster.point);
  });

  it('varies over the day, and never below zero', () => {
    const nodes = points.map(({ point }) => point.nodes ?? -1);
    expect(Math.min(...nodes)).toBeGreaterThan(0);
    expect(new Set(nodes).size).toBeGreaterThan(4);
    for (const { point } of points) {
      expect(point.subnets?.['subnet-1']).toBeGreaterThanOrEqual(0);
    }
  });

  it('is the same for the same cluster and another for another', () => {
    expect(weekBefore(cluster, NOW)).toEqual({ points, changes });
    expect(weekBefore({ ...cluster, name: 'other' }, NOW).points).not.toEqual(
      points,
    );
  });

  it('marks every change as made up, and ends each incident', () => {
    expect(changes).toHaveLength(4);
    for (const { headline } of changes) {
      expect(headline).toContain(MADE_UP);
    }
    const ofIncident = (at: number) =>
      points.filter(each => each.at >= at && each.at < at + 20 * 60_000);
    expect(changes.map(({ to }) => to)).toEqual([
      expect.stringMatching(/degraded|critical/),
      'healthy',
      expect.stringMatching(/degraded|critical/),
      'healthy',
    ]);
    expect(ofIncident(changes[2].at)[0].point.verdict).toBe(changes[2].to);
  });

  it('leaves out values that are not known', () => {
    const [{ point }] = weekBefore(
      { ...cluster, point: { verdict: 'healthy', nodes: 3 } },
      NOW,
    ).points;
    expect(Object.values(point).filter(value => value !== undefined)).toEqual([
      'healthy',
      expect.any(Number),
    ]);
  });
});
