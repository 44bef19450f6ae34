import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { legendSteps, requestedShare, shadeLevel } from './nodeShade';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const node = (overrides: Partial<NodeView>): NodeView => ({
  name: 'a',
  state: 'ready',
  ...overrides,
});
const hours = (count: number) =>
  new Date(NOW - count * 3_600_000).toISOString();

describe('shadeLevel', () => {
  it.each([
    [{ cpu: 8, cpuRequested: 0 }, 1],
    [{ cpu: 8, cpuRequested: 1.99 }, 1],
    [{ cpu: 8, cpuRequested: 2 }, 2],
    [{ cpu: 8, cpuRequested: 7.2 }, 5],
    [{ cpu: 8, cpuRequested: 9 }, 5],
    [{ cpu: 8 }, undefined],
    [{ cpu: 0, cpuRequested: 0 }, undefined],
  ])('of requests %j is %s', (facts, level) => {
    expect(shadeLevel(node(facts), 'requested', 'cpu', NOW)).toBe(level);
  });

  it.each([
    [hours(0), 1],
    [hours(1), 2],
    [hours(24), 3],
    [hours(24 * 30), 5],
    [hours(-1), 1],
    ['yesterday', undefined],
    [undefined, undefined],
  ])('of an age since %s is %s', (createdAt, level) => {
    expect(shadeLevel(node({ createdAt }), 'age', 'cpu', NOW)).toBe(level);
  });

  it.each([
    ['spot', 1],
    ['on-demand', 3],
    ['reserved', 5],
    ['constructor', undefined],
    [undefined, undefined],
  ])('of the capacity type %s is %s', (capacityType, level) => {
    expect(shadeLevel(node({ capacityType }), 'capacityType', 'cpu', NOW)).toBe(
      level,
    );
  });

  it('is of the memory where memory is the size', () => {
    const facts = { cpu: 1, cpuRequested: 1, memory: 4, memoryRequested: 1 };
    expect(requestedShare(node(facts), 'memory')).toBe(0.25);
    expect(requestedShare(node(facts), 'pods')).toBe(1);
  });

  it.each(['requested', 'age', 'capacityType'] as const)(
    'has a step in the legend: %s',
    shade => {
      const levels = legendSteps(shade).map(({ level }) => level);
      expect(levels).toEqual([...levels].sort());
      expect(levels.length).toBeGreaterThan(2);
    },
  );
});
