import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { read, unread } from './__testUtils__/fleetRows';
import { clusterFacts, clusterFactSchema } from './clusterFacts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
describe('clusterFacts', () => {
  it('are facts of a cluster that was read', () => {
    expect(clusterFacts(read, NOW)).toEqual({
      verdict: 'degraded',
      kubernetesSupported: true,
      kubernetesSupportDaysLeft: expect.any(Number),
      ciliumSupported: false,
      versionsFitNextKubernetes: false,
      driftAgeDays: 2,
      spotShare: 0.25,
      budgetCoverage: 0.5,
      addressDaysLeft: 1.5,
      addressNodesLeft: 9,
    });
  });

  it('are absent, and never false or zero, where nothing is known', () => {
    expect(clusterFacts(unread, NOW)).toEqual({});
  });

  it.each<[what: string, row: Partial<FleetRow>, facts: object]>([
    ['no drifted node', { driftedSince: null }, { driftAgeDays: 0 }],
    [
      'a lower bound',
      { spotShare: { certainty: 'atLeast', value: 0.1 } },
      { spotShare: undefined },
    ],
    [
      'nothing that blocks',
      { nextKubernetes: { version: '1.36', blockedBy: [] } },
      { versionsFitNextKubernetes: true },
    ],
  ])('follow from %s', (_what, row, facts) => {
    const found = clusterFacts({ ...read, ...row }, NOW);
    for (const [name, value] of Object.entries(facts)) {
      expect(found[name]).toBe(value);
    }
  });

  it('change on the day after the last day of support', () => {
    const facts = (day: string) => clusterFacts(read, Date.parse(day));
    const { kubernetesSupportDaysLeft: left } = clusterFacts(read, NOW);
    const today = Date.parse('2026-11-22T00:00:00Z');
    const end = new Date(today + Number(left) * 86_400_000).toISOString();
    expect(facts(end)).toMatchObject({
      kubernetesSupported: true,
      kubernetesSupportDaysLeft: 0,
    });
    const after = new Date(Date.parse(end) + 86_400_000).toISOString();
    expect(facts(after)).toMatchObject({
      kubernetesSupported: false,
      kubernetesSupportDaysLeft: -1,
    });
  });

  it('are all in the schema', () => {
    expect(Object.keys(clusterFactSchema)).toEqual(
      expect.arrayContaining(Object.keys(clusterFacts(read, NOW))),
    );
  });
});
