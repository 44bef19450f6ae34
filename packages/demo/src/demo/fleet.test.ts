import { scenarioNames } from '../world/scenarios';
import { demoFleet } from './fleet';

const valuesOf = (read: (member: ReturnType<typeof demoFleet>[0]) => string) =>
  new Set(demoFleet().map(read));

describe('demoFleet', () => {
  it('shows every scenario, and a cluster that nobody can read', () => {
    expect(valuesOf(({ scenario }) => scenario)).toEqual(
      new Set(scenarioNames),
    );
    expect(valuesOf(({ reachability }) => reachability).size).toBe(3);
  });

  it('is a fleet of several teams, environments and regions', () => {
    expect(demoFleet().length).toBeGreaterThanOrEqual(12);
    expect(valuesOf(({ spec }) => spec.metadata.owner).size).toBe(4);
    expect(valuesOf(({ spec }) => spec.spec.environment).size).toBe(3);
    expect(valuesOf(({ spec }) => spec.spec.region).size).toBeGreaterThan(3);
  });

  it('gives each cluster a name and a range of its own', () => {
    const { length } = demoFleet();
    expect(valuesOf(({ spec }) => spec.metadata.name).size).toBe(length);
    expect(valuesOf(({ spec }) => spec.spec.network.vpcCidr).size).toBe(length);
  });

  it('is old enough for the week that is written for it', () => {
    for (const { ageDays } of demoFleet()) {
      expect(ageDays).toBeGreaterThan(7);
    }
  });
});
