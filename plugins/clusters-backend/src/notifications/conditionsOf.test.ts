import type {
  Assessment,
  Finding,
  FleetRow,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { conditionsOf } from './conditionsOf';
import type { HeldWorkload } from '../fleet/heldWorkloads';
import type { NotifiedFacts } from './NotifiedFacts';
import { notificationPolicy } from './NotificationPolicy';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-22T10:00:00Z');
const OWNER = 'group:default/payments';
const policy = notificationPolicy({
  ...{ runwayMs: 7 * DAY, heldMs: 3 * DAY },
  ...{ confirmMs: 30_000, resolveMs: 600_000 },
});

function finding(id: string, change: Partial<Finding> = {}): Finding {
  return {
    ...{ id, code: 'cilium/D07', rule: 'x', severity: 'critical' },
    subject: { apiVersion: 'v1', kind: 'Node', name: 'n' },
    ...{ title: `${id} is wrong`, evidence: [], consequences: [] },
    remedy: [{ text: 'Look at it.' }],
    ...change,
  };
}

function assessment(
  findings: Finding[],
  state: Assessment['checks'][number]['state'] = 'fired',
): Assessment {
  return {
    ...{ cluster: 'x', observedAt: '', verdict: 'critical', sources: [] },
    findings,
    checks: [{ code: 'cilium/D07', state }],
  };
}

function held(days: number, change: Partial<HeldWorkload> = {}): HeldWorkload {
  return {
    ...{ namespace: 'shop', workload: 'Deployment/web', labels: {} },
    ...{ why: 'pdb', by: 'shop/web', free: 'add a replica' },
    ...{ nodes: 3, mayBeMore: false, drifted: true, since: NOW - days * DAY },
    ...change,
  };
}

function look(
  row: Partial<FleetRow> = {},
  facts: Partial<NotifiedFacts> = {},
  now = NOW,
) {
  return conditionsOf(
    {
      row: { ...fleetRow('x', { owner: OWNER }), ...row },
      assessment: undefined,
      held: undefined,
      ownerOf: () => undefined,
      ...facts,
    },
    policy,
    now,
  );
}

const hours = (measure: Measure): Partial<FleetRow> => ({
  room: { ...fleetRow('x').room, hours: measure },
});
const observed = (kubernetes: string): Partial<FleetRow> => ({
  versions: { kubernetes: { observed: kubernetes }, karpenter: {}, cilium: {} },
});

/** What is told of one kind, in short. */
const told = (kind: string, conditions = look()) =>
  conditions?.conditions
    .filter(one => one.kind === kind)
    .map(({ title, triggers, recipient }) => [title, triggers, recipient]);

describe('conditionsOf', () => {
  it.each<[string, Partial<FleetRow>]>([
    ['is being built', { phase: 'building' }],
    ['is being taken down', { phase: 'draining' }],
    ['is connecting', { connection: { state: 'connecting' } }],
    ['is unreachable', { connection: { state: 'unreachable' } }],
    ['may not be read', { connection: { state: 'forbidden' } }],
    ['was read a while ago', { connection: { state: 'stale' } }],
  ])('tells nothing of a cluster that %s', (_what, row) => {
    const facts = { assessment: assessment([finding('a')]), held: [held(9)] };
    expect(look(row, facts)).toBeUndefined();
    expect(look({ phase: 'running' }, facts)?.conditions).toHaveLength(2);
  });

  describe('critical findings', () => {
    it('are told when they follow from nothing else', () => {
      const findings = [
        finding('cause', {
          consequences: ['effect'],
          since: '2026-11-22T09:41:12.000Z',
        }),
        finding('effect'),
        finding('warning', { severity: 'warning' }),
      ];
      const conditions = look({}, { assessment: assessment(findings) });
      expect(told('critical', conditions)).toEqual([
        ['x: cause is wrong', true, OWNER],
        ['x: effect is wrong', false, OWNER],
        ['x: warning is wrong', false, OWNER],
      ]);
      expect(conditions?.conditions[0]).toMatchObject({
        description:
          'Since 2026-11-22 09:41 UTC. 1 more finding is a consequence of it. First step: Look at it.',
        link: '/catalog/default/resource/x/findings?open=cause',
      });
    });

    it.each([
      ['is muted', 1, true],
      ['was muted until now', 0, false],
    ])('are quiet when one %s', (_what, after, isMuted) => {
      const mute = {
        ...{ reason: 'known', by: 'user:default/dana', at: '' },
        until: new Date(NOW + after).toISOString(),
      };
      const conditions = look(
        {},
        { assessment: assessment([finding('a', { mute })]) },
      );
      expect(conditions?.conditions).toMatchObject([{ isMuted }]);
    });

    it('are not judged where the rule or the owner is unknown', () => {
      const unknown = assessment([], 'unknown');
      expect(look({}, { assessment: unknown })?.unjudged).toContain(
        'critical/cilium/D07',
      );
      expect(look({}, { assessment: assessment([]) })?.unjudged).not.toContain(
        'critical/cilium/D07',
      );
      const facts = { assessment: assessment([finding('a')]) };
      expect(look({ owner: undefined }, facts)?.conditions).toEqual([]);
    });

    it('keep text of the cluster from being more than text', () => {
      const title = `<!channel> \u202e[x](y)\n${'z'.repeat(500)}`;
      const [first] =
        look({}, { assessment: assessment([finding('a', { title })]) })
          ?.conditions ?? [];
      expect(first.title).toMatch(/^x: ‹!channel› \[x\]\(y\) z+…$/);
      expect(first.title.length).toBeLessThan(210);
    });
  });

  describe('the time until addresses run out', () => {
    it.each<[string, Measure, unknown]>([
      [
        'an upper bound below the limit, as one',
        { certainty: 'atMost', value: 72 },
        [['x: free addresses last at most 3 days', true, OWNER]],
      ],
      [
        'the limit itself',
        { certainty: 'exact', value: 168 },
        [['x: free addresses last 7 days', true, OWNER]],
      ],
      [
        'an estimate of hours',
        { certainty: 'estimate', value: 1 },
        [['x: free addresses last about 1 hour', true, OWNER]],
      ],
      [
        'a time just above, which only keeps it open',
        { certainty: 'atMost', value: 200 },
        [['x: free addresses last at most 9 days', false, OWNER]],
      ],
      ['a long time', { certainty: 'atMost', value: 211 }, []],
      ['a lower bound', { certainty: 'atLeast', value: 5 }, []],
      ['no time', { certainty: 'unknown', reason: 'forbidden' }, []],
    ])('is told for %s', (_what, measure, expected) => {
      expect(told('runway', look(hours(measure)))).toEqual(expected);
    });

    it.each<[Measure, boolean]>([
      [{ certainty: 'unknown', reason: 'forbidden' }, false],
      [{ certainty: 'unknown', reason: 'x', code: 'lastsLong' }, true],
      [{ certainty: 'atLeast', value: 5 }, false],
      [{ certainty: 'atLeast', value: 500 }, true],
      [{ certainty: 'atMost', value: 500 }, true],
    ])('%j is judged: %s', (measure, isJudged) => {
      expect(look(hours(measure))?.unjudged.includes('runway')).toBe(!isJudged);
    });
  });

  describe('the end of support', () => {
    it.each([
      ['2026-09-02T00:00:00Z', 'in 91 days', undefined],
      ['2026-09-03T00:00:00Z', 'in 90 days', 1],
      ['2026-11-02T00:00:00Z', 'in 30 days', 2],
      ['2026-11-25T00:00:00Z', 'in 7 days', 3],
      ['2026-12-01T00:00:00Z', 'tomorrow', 3],
      ['2026-12-02T00:00:00Z', 'today', 3],
    ])('of Kubernetes 1.34 at %s is %s', (now, when, level) => {
      const conditions = look(observed('v1.34.2'), {}, Date.parse(now));
      const found = conditions?.conditions.find(
        ({ kind }) => kind === 'support',
      );
      expect(found?.level).toBe(level);
      expect(found?.title).toBe(
        level && `x: standard support of Kubernetes 1.34 ends ${when}`,
      );
    });

    it('that has passed triggers nothing, and resolves nothing', () => {
      const conditions = look(observed('1.30.1'));
      expect(
        conditions?.conditions.map(({ cause, triggers }) => [cause, triggers]),
      ).toEqual([['support/kubernetes/1.30', false]]);
    });

    it.each(['latest', '0.0.1'])('of version %s is not known', version => {
      expect(told('support', look(observed(version)))).toEqual([]);
    });

    it('is not judged while a version is not seen', () => {
      expect(look(observed('1.36'))?.unjudged).toEqual([
        'critical',
        'runway',
        'support/karpenter',
        'support/cilium',
        'blocker',
      ]);
    });
  });

  describe('what keeps nodes', () => {
    const owner = 'group:default/web';

    it('is told to the owner of the workload, else of the cluster', () => {
      const facts = { held: [held(4)], ownerOf: () => owner };
      expect(told('blocker', look({}, facts))).toEqual([
        [
          'x: Deployment/web of namespace shop keeps 3 nodes, the first of which should have gone 4 days ago',
          true,
          owner,
        ],
      ]);
      expect(told('blocker', look({}, { held: [held(4)] }))).toMatchObject([
        [expect.anything(), true, OWNER],
      ]);
    });

    it('is not told before some days', () => {
      expect(told('blocker', look({}, { held: [held(2.9)] }))).toMatchObject([
        [expect.anything(), false, OWNER],
      ]);
    });

    it('says a lower bound as one', () => {
      const some = held(4, { mayBeMore: true, nodes: 100 });
      expect(told('blocker', look({}, { held: [some] }))?.[0][0]).toContain(
        'keeps at least 100 nodes',
      );
    });

    it('is not judged where it is not known', () => {
      expect(look()?.unjudged).toContain('blocker');
      expect(look({}, { held: [] })?.unjudged).not.toContain('blocker');
    });
  });
});
