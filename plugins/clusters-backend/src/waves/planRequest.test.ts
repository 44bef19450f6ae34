import { knownCluster } from '../__testUtils__/knownCluster';
import { fleetRow } from '../__testUtils__/fleetRow';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetEntry } from '../fleet/FleetStore';
import { planRequest } from './planRequest';

/** A running cluster that wants Kubernetes 1.34. */
function entry(name: string, change: Partial<KnownCluster> = {}): FleetEntry {
  return {
    row: fleetRow(name),
    cluster: {
      ...knownCluster(name),
      ...{ provisioned: true, environment: 'dev' },
      desired: { kubernetes: '1.34' },
      ...change,
    },
  } as FleetEntry;
}

const plan = (...entries: FleetEntry[]) =>
  planRequest(entries, {
    change: { what: 'kubernetes', to: '1.35' },
    atOnce: 2,
    isOurs: ({ cluster }) => cluster.name !== 'theirs',
    allowed: new Set(['a', 'b', 'c', 'd', 'theirs']),
    others: new Map([['other', 'w1']]),
  });

describe('the plan of a wave', () => {
  it('has the clusters by environment, not too many at a time', () => {
    const prod = { environment: 'prod' };
    const { stages, leftOut } = plan(
      entry('d', prod),
      ...['c', 'b', 'a'].map(name => entry(name)),
    );
    expect(leftOut).toEqual([]);
    expect(
      stages.map(({ environment, clusters }) => [
        environment,
        ...clusters.map(({ cluster }) => cluster),
      ]),
    ).toEqual([
      ['dev', 'a', 'b'],
      ['dev', 'c'],
      ['prod', 'd'],
    ]);
  });

  it.each<[why: string, FleetEntry, more?: object]>([
    ['notOurs', entry('theirs')],
    ['notAllowed', entry('hidden')],
    ['leaving', entry('a', { isLeaving: true })],
    ['notBuilt', entry('a', { provisioned: false })],
    ['hasIt', entry('a', { desired: { kubernetes: '1.36' } })],
    ['tooFar', entry('a', { desired: { kubernetes: '1.33' } })],
    ['inOtherWave', entry('a', { identity: 'other' }), { wave: 'w1' }],
  ])('leaves out what is %s', (why, given, more = {}) => {
    expect(plan(given)).toEqual({
      stages: [],
      leftOut: [{ cluster: given.cluster.name, why, ...more }],
    });
  });
});
