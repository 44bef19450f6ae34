import { type ClusterCounts, exitCodeFor, type FailOnOptions } from './FailOn';

const onCritical: FailOnOptions = { failOn: 'critical' };
const onWarning: FailOnOptions = { failOn: 'warning' };
const lenient: FailOnOptions = { failOn: 'warning', allowUnknown: true };

describe('exitCodeFor', () => {
  it.each<[ClusterCounts, FailOnOptions, number]>([
    [{ critical: 1 }, {}, 0],
    [{}, {}, 0],
    [{ critical: 1, healthy: 9 }, onCritical, 1],
    [{ critical: 1, unknown: 1 }, onCritical, 1],
    [{ degraded: 3, healthy: 1 }, onCritical, 0],
    [{ degraded: 1, healthy: 9 }, onWarning, 1],
    [{ critical: 1 }, onWarning, 1],
    [{ healthy: 2 }, onWarning, 0],
    // What could not be seen is not healthy.
    [{ healthy: 9, unknown: 1 }, onCritical, 2],
    [{ healthy: 9, building: 1 }, onCritical, 2],
    [{ healthy: 9, unknown: 1, building: 1 }, lenient, 0],
    [{ degraded: 1, unknown: 1 }, lenient, 1],
    // A filter that matches nothing proves nothing.
    [{}, onCritical, 2],
    [{}, lenient, 2],
  ])('%j with %j gives %i', (counts, options, code) => {
    expect(exitCodeFor(counts, options)).toBe(code);
  });
});
