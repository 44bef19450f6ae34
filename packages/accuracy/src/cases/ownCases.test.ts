import { truthSchema } from '../judge/truthSchema';
import * as faults from './faults';
import * as lookAlikes from './lookAlikes';
import { ownCases } from './ownCases';

describe('ownCases', () => {
  it('are told apart by name', () => {
    expect(new Set(ownCases.map(({ name }) => name)).size).toBe(
      ownCases.length,
    );
  });

  it('hold at least 46 states that look like a fault and are none', () => {
    expect(Object.keys(lookAlikes).length).toBeGreaterThanOrEqual(46);
  });

  it('hold at least 40 faults', () => {
    expect(Object.keys(faults).length).toBeGreaterThanOrEqual(40);
  });

  it.each(ownCases.map(each => [each.name, each] as const))(
    '%s has a truth, a public source, and a cluster that can be built',
    (_, { truth, source, build }) => {
      expect(truthSchema.parse(truth)).toEqual(truth);
      expect(new URL(source).protocol).toBe('https:');
      const { resources } = build().capture();
      const nodes = resources.find(({ resource }) => resource === 'nodes');
      expect(nodes?.items.length).toBeGreaterThan(0);
    },
  );
});
