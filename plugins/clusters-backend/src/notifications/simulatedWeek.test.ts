import type {
  Assessment,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { Random } from '../__testUtils__/hostile/Random';
import { fleetRow } from '../__testUtils__/fleetRow';
import { conditionsOf } from './conditionsOf';
import { decideNotifications } from './decideNotifications';
import { notificationPolicy } from './NotificationPolicy';
import { blankState, type Note, storedStateSchema } from './NotificationState';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-02T00:00:00Z');
const WEEK = 7 * DAY;
const policy = notificationPolicy({
  ...{ runwayMs: 7 * DAY, heldMs: 3 * DAY },
  ...{ confirmMs: 30 * SECOND, resolveMs: 10 * MINUTE },
});

/** What a look at a cluster finds. */
type Look = { row?: Partial<FleetRow>; isCritical?: boolean; judged?: boolean };
/** What is seen of one cluster for some time. */
type Phase = Look & { lasts: number; restarts?: boolean };

const CODE = 'cilium/D07';

function assessmentOf({ isCritical, judged = true }: Look): Assessment {
  return {
    ...{ cluster: 'x', observedAt: '', sources: [], verdict: 'healthy' },
    checks: [{ code: CODE, state: judged ? 'pass' : 'unknown' }],
    findings: isCritical
      ? [
          {
            ...{ id: 'f', code: CODE, rule: 'x', severity: 'critical' },
            subject: { apiVersion: 'v1', kind: 'Node', name: 'n' },
            ...{ title: 'is full', evidence: [], consequences: [] },
            remedy: [],
          },
        ]
      : [],
  };
}

/** A week of one cluster, looked at every ten seconds after each change. */
function week(phases: Iterable<Phase>): Note[] {
  let state = blankState();
  const sent: Note[] = [];
  let now = START;
  for (const phase of phases) {
    if (phase.restarts) {
      // What a new process reads from the database.
      const { told, unsent } = state;
      const stored = storedStateSchema.parse(
        JSON.parse(JSON.stringify({ told, unsent })),
      );
      state = { ...blankState(), ...stored };
    }
    const end = Math.min(now + phase.lasts, START + WEEK);
    const row = {
      ...fleetRow('x', { owner: 'group:default/a' }),
      ...phase.row,
    };
    for (let step = 10 * SECOND; now < end; now = Math.min(now + step, end)) {
      const assessment = assessmentOf(phase);
      const held = undefined;
      const facts = { row, assessment, held, ownerOf: () => undefined };
      const current = conditionsOf(facts, policy, now);
      const decision = decideNotifications(state, current, now, {
        cluster: { identity: 'x' },
        policy,
      });
      state = { ...decision.state, unsent: [] };
      sent.push(...decision.notes);
      // Nothing waits any more: the next change is what matters.
      step =
        Object.keys(state.since).length === 0 &&
        now - (end - phase.lasts) > MINUTE
          ? HOUR
          : 10 * SECOND;
    }
    if (now >= START + WEEK) {
      return sent;
    }
  }
  return sent;
}

const connection = (state: FleetRow['connection']['state']): Look => ({
  row: { connection: { state } },
  judged: false,
});
const hours = (value: number): Look => ({
  row: {
    room: {
      ...fleetRow('x').room,
      hours: { certainty: 'atMost', value },
    },
  },
});

function between(random: Random, least: number, most: number): number {
  return least + random.below(most - least + 1);
}

/** Weeks in which nobody needs to hear anything, each for some clusters. */
const rest: Record<string, (random: Random) => Generator<Phase>> = {
  *'a critical finding for 5 to 25 s, again and again'(random) {
    for (;;) {
      yield { lasts: between(random, 10, 120) * MINUTE };
      yield { lasts: between(random, 5, 25) * SECOND, isCritical: true };
    }
  },
  *'an API server that goes away for minutes to hours'(random) {
    for (;;) {
      yield { lasts: between(random, 10, 600) * MINUTE };
      yield {
        lasts: between(random, 1, 180) * MINUTE,
        ...connection('unreachable'),
      };
    }
  },
  *'rights and credentials that come and go'(random) {
    for (;;) {
      yield { lasts: between(random, 30, 600) * MINUTE };
      yield {
        lasts: between(random, 1, 180) * MINUTE,
        ...connection('forbidden'),
      };
    }
  },
  *'a portal that restarts in the middle of short faults'(random) {
    for (;;) {
      yield { lasts: between(random, 10, 120) * MINUTE };
      yield { lasts: 20 * SECOND, isCritical: true };
      yield { lasts: 5 * SECOND, ...connection('connecting'), restarts: true };
      yield { lasts: 20 * SECOND, isCritical: true };
    }
  },
  *'a cluster that is built, with faults, for ten minutes'() {
    const phase = 'building' as const;
    yield { lasts: 10 * MINUTE, isCritical: true, row: { phase } };
    yield { lasts: WEEK };
  },
  *'a cluster that is taken down'() {
    yield { lasts: WEEK, isCritical: true, row: { phase: 'draining' } };
  },
  *'addresses that last between 8 and 30 days'(random) {
    for (;;) {
      yield { lasts: HOUR, ...hours(between(random, 8 * 24, 30 * 24)) };
    }
  },
  *'addresses that last 6 days for 20 minutes of a deployment'(random) {
    for (;;) {
      yield { lasts: between(random, 2, 6) * HOUR, ...hours(400) };
      yield { lasts: 20 * MINUTE, ...hours(144) };
    }
  },
  *'a version that is supported for long'() {
    const kubernetes = { observed: '1.37.1' };
    const versions = { kubernetes, karpenter: {}, cilium: {} };
    yield { lasts: WEEK, row: { versions } };
  },
  *'nothing at all'() {
    yield { lasts: WEEK };
  },
};

const CLUSTERS_OF_EACH = 10;

describe('a simulated week', () => {
  it('of 100 clusters that flap or rest gives no message', () => {
    const counts = Object.entries(rest).map(([what, phases]) => {
      const clusters = Array.from({ length: CLUSTERS_OF_EACH }, (_, seed) =>
        week(phases(new Random(seed + 1))),
      );
      return [what, clusters.flat().length] as const;
    });
    process.stdout.write(
      `A simulated week:\n${counts
        .map(([what, count]) => `  ${count} messages: ${what}\n`)
        .join('')}`,
    );
    expect(counts.length * CLUSTERS_OF_EACH).toBe(100);
    expect(counts.filter(([, count]) => count > 0)).toEqual([]);
  });

  it.each<[string, Phase[], string[]]>([
    [
      'one fault of an hour',
      [{ lasts: DAY }, { lasts: HOUR, isCritical: true }, { lasts: WEEK }],
      ['x: is full', 'Resolved: x: is full'],
    ],
    [
      'one fault over hours without a connection and restarts',
      [
        { lasts: HOUR, isCritical: true },
        { lasts: 5 * HOUR, ...connection('unreachable') },
        { lasts: HOUR, isCritical: true, restarts: true },
        { lasts: 5 * HOUR, judged: false },
        { lasts: WEEK, isCritical: true },
      ],
      ['x: is full'],
    ],
    [
      'a fault on each of two days',
      [
        { lasts: HOUR, isCritical: true },
        { lasts: DAY },
        { lasts: HOUR, isCritical: true },
        { lasts: WEEK },
      ],
      [
        ...['x: is full', 'Resolved: x: is full'],
        ...['x: is full', 'Resolved: x: is full'],
      ],
    ],
    [
      'addresses that run out in a week, and get more',
      [
        { lasts: DAY, ...hours(240) },
        { lasts: DAY, ...hours(160) },
        { lasts: DAY, ...hours(20) },
        { lasts: WEEK, ...hours(5_000) },
      ],
      [
        'x: free addresses last at most 7 days',
        'x: free addresses last at most 20 hours',
        'Resolved: x: free addresses last at most 20 hours',
      ],
    ],
    [
      'a version whose support ends in 31 days',
      [
        {
          lasts: WEEK,
          row: {
            versions: {
              kubernetes: { observed: '1.34.1' },
              karpenter: {},
              cilium: {},
            },
          },
        },
      ],
      ['x: standard support of Kubernetes 1.34 ends in 30 days'],
    ],
  ])('with %s', (_what, phases, titles) => {
    expect(week(phases).map(({ payload }) => payload.title)).toEqual(titles);
  });
});
