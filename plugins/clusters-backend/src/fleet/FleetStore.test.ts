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

  it('counts as a change only what shows something new', () => {
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

  it('keeps a view that has not changed, and its point', () => {
    const { fleet, changes } = followed();
    fleet.put(cluster, assessed(1));
    fleet.put(cluster, assessed(2, {}, 'unchanged'));
    expect(changes).toHaveLength(1);
    expect(fleet.get('x')?.body.view()).toEqual(view);
    expect(fleet.get('x')?.point).toMatchObject({ podsPending: 3 });
  });

  it('tells of what another backend shows, once per revision', () => {
    const { fleet, changes, shown } = followed();
    const detail = { row: { ...fleetRow('x'), revision: 7 }, view };
    fleet.restore(cluster, detail);
    fleet.restore(cluster, detail);
    expect(changes).toHaveLength(1);
    expect(JSON.parse(shown() ?? '')).toEqual(
      JSON.parse(JSON.stringify(detail)),
    );
    expect(fleet.revision).toBeGreaterThanOrEqual(7);
  });

  it('settles on verdicts that were not given while connecting', () => {
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
