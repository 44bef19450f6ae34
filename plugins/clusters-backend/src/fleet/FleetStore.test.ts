import type {
  Assessment,
  ClusterView,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { FleetStore, type FleetChange } from './FleetStore';
import type { AssessedCluster } from '../assessment/ClusterAssessor';

const cluster = knownCluster('x');
const view = {
  karpenter: { nodePools: [] },
  cilium: {},
  podsPending: { certainty: 'exact', value: 3 },
} as unknown as ClusterView;

function assessed(
  second: number,
  change: Partial<FleetRow> = {},
  shown: AssessedCluster['view'] = view,
): AssessedCluster {
  const observedAt = `2026-11-22T10:00:0${second}Z`;
  const { revision: _none, ...row } = { ...fleetRow('x'), ...change };
  return {
    row: { ...row, observedAt },
    assessment: {
      cluster: 'x',
      observedAt,
      verdict: 'healthy',
      sources: [],
      findings: [],
      checks: [],
    } as Assessment,
    view: shown,
  };
}

function followed() {
  const fleet = new FleetStore();
  const changes: FleetChange[] = [];
  fleet.onChange(change => changes.push(change));
  return { fleet, changes, shown: () => fleet.get('x')?.body.toString() };
}

describe('FleetStore', () => {
  it('shows an assessment as JSON, with the time of the look', () => {
    const { fleet, shown } = followed();
    const { row } = fleet.put(cluster, assessed(1));
    const { assessment } = assessed(1);
    expect(JSON.parse(shown() ?? '')).toEqual(
      JSON.parse(JSON.stringify({ row, assessment, view })),
    );
    expect(fleet.get('x')?.body.assessment()).toEqual(assessment);
    expect(fleet.get('x')?.body.view()).toEqual(view);
    expect(fleet.get('x')?.point).toMatchObject({ podsPending: 3 });
  });

  it('counts an assessment as a change only when it shows something new', () => {
    const { fleet, changes, shown } = followed();
    const { revision } = fleet.put(cluster, assessed(1));
    expect(fleet.put(cluster, assessed(2)).revision).toBe(revision);
    expect(shown()).toContain('10:00:02');
    expect(shown()).not.toContain('10:00:01');
    expect(changes).toHaveLength(1);
    const worse = assessed(3, { verdict: 'critical' });
    expect(fleet.put(cluster, worse).revision).toBeGreaterThan(revision);
    const other = { ...view, nodesNotReady: { certainty: 'exact', value: 1 } };
    fleet.put(
      cluster,
      assessed(4, { verdict: 'critical' }, other as unknown as ClusterView),
    );
    expect(changes).toHaveLength(3);
  });

  it('keeps an unchanged view and its point in the trend', () => {
    const { fleet, changes } = followed();
    fleet.put(cluster, assessed(1));
    fleet.put(cluster, assessed(2, {}, 'unchanged'));
    expect(changes).toHaveLength(1);
    expect(fleet.get('x')?.body.view()).toEqual(view);
    expect(fleet.get('x')?.point).toMatchObject({ podsPending: 3 });
  });

  it('reports the state of another backend once per revision', () => {
    const { fleet, changes, shown } = followed();
    const { owner, source } = cluster;
    const detail = {
      row: { ...fleetRow('x'), owner, source, revision: 7 },
      view,
    };
    fleet.restore(cluster, detail);
    fleet.restore(cluster, detail);
    expect(changes).toHaveLength(1);
    expect(JSON.parse(shown() ?? '')).toEqual(
      JSON.parse(JSON.stringify(detail)),
    );
    expect(fleet.revision).toBeGreaterThanOrEqual(7);
  });

  it('shows a restored state under the current name of its cluster', () => {
    const { fleet } = followed();
    const row = { ...fleetRow('was'), owner: 'group:default/was', revision: 7 };
    fleet.restore(cluster, { row, view });
    const { name, entityRef, owner } = cluster;
    const { body } = fleet.get('x') ?? {};
    for (const shown of [fleet.get('x')?.row, body?.row]) {
      expect(shown).toMatchObject({ name, entityRef, owner });
    }
    expect(body?.toString()).not.toContain('group:default/was');
  });

  it('shows no data of the first cluster when its name goes to another one', () => {
    const { fleet, changes } = followed();
    fleet.put(cluster, assessed(1, { verdict: 'critical' }));
    const other = { ...cluster, name: 'X', identity: 'other' };
    fleet.put(other, assessed(2, { connection: { state: 'connecting' } }));
    expect(fleet.entries).toHaveLength(1);
    expect(fleet.get('x')).toMatchObject({ cluster: { identity: 'other' } });
    expect(fleet.get('x')?.settledVerdict).toBeUndefined();
    expect(changes.at(-1)?.before).toBeUndefined();
  });

  it('finds a cluster by each name that it is described by', () => {
    const { fleet } = followed();
    const claim = { source: 'handWritten', reason: 'sameCluster' } as const;
    const entityRef = 'resource:default/also';
    const named = {
      ...cluster,
      otherClaims: [
        { ...claim, claimant: { name: 'Also', entityRef, labels: {} } },
      ],
    };
    fleet.put(named, assessed(1));
    expect(fleet.get('also')).toBe(fleet.get('x'));
    fleet.put(cluster, assessed(2));
    expect(fleet.get('also')).toBeUndefined();
    fleet.remove('x');
    expect(fleet.get('x')).toBeUndefined();
  });

  it('settles only on verdicts given while not connecting', () => {
    const { fleet } = followed();
    const connecting = {
      verdict: 'unknown' as const,
      connection: { state: 'connecting' as const },
    };
    const settled = () => fleet.get('x')?.settledVerdict;
    fleet.put(cluster, assessed(1, connecting));
    expect(settled()).toBeUndefined();
    fleet.put(cluster, assessed(1, { verdict: 'critical' }));
    fleet.put(cluster, assessed(2, connecting));
    expect(settled()).toBe('critical');
    const row = { ...fleetRow('x', { verdict: 'degraded' }), revision: 7 };
    fleet.restore(cluster, { row });
    expect(settled()).toBe('degraded');
    fleet.restore(cluster, { row: { ...row, ...connecting, revision: 8 } });
    expect(settled()).toBe('degraded');
  });
});
