import type {
  FleetRow,
  Measure,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../../__testUtils__/fleetRow';
import type { DigestChange, DigestCluster } from './DigestCluster';
import { digestOf } from './digestOf';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T08:00:00Z');
const unknown: Measure = { certainty: 'unknown', reason: 'test' };
const exact = (value: number): Measure => ({ certainty: 'exact', value });

function cluster(
  name: string,
  row: Partial<FleetRow> = {},
  changes: DigestChange[] = [],
): DigestCluster {
  return { row: { ...fleetRow(name), ...row }, changes };
}

const digest = (...clusters: DigestCluster[]) =>
  digestOf('group:default/payments', clusters, NOW);

/** Changes at hours before now. */
const change = (hours: number, from: Verdict | undefined, to: Verdict) => ({
  at: NOW - hours * HOUR,
  ...(from && { from }),
  to,
});

const hours = (measure: Measure): Partial<FleetRow> => ({
  room: { addresses: unknown, nodes: unknown, hours: measure },
});
const cpus = (requested: Measure, allocatable: Measure) => ({
  cpuRequested: requested,
  cpuAllocatable: allocatable,
});
const observed = (versions: Record<string, string>): Partial<FleetRow> => ({
  versions: {
    kubernetes: { observed: versions.kubernetes },
    karpenter: { observed: versions.karpenter },
    cilium: { observed: versions.cilium },
  },
});

describe('digestOf', () => {
  it.each<[string, Partial<FleetRow>, DigestChange[], string | undefined]>([
    ['a cluster that is well', {}, [], undefined],
    [
      'one that is not',
      { verdict: 'degraded', headline: { text: 'Two pods\nwait' } },
      [],
      'Now degraded: x (Two pods wait).',
    ],
    [
      'one whose problem is muted',
      {
        verdict: 'critical',
        headline: { text: 'No', mutedUntil: '2026-11-30T08:00:00.000Z' },
      },
      [],
      'Muted: x (critical, until 2026-11-30).',
    ],
    [
      'one whose problem was muted until now',
      {
        verdict: 'critical',
        headline: { text: 'No', mutedUntil: '2026-11-23T08:00:00.000Z' },
      },
      [],
      'Now critical: x (No).',
    ],
    [
      'one that cannot be read',
      { verdict: 'unknown', headline: { text: 'Unreachable' } },
      [],
      'Not known: x (Unreachable).',
    ],
    [
      'one that is being built',
      { verdict: 'critical', phase: 'building' },
      [change(1, 'unknown', 'critical')],
      undefined,
    ],
    [
      'one that is not built yet',
      { verdict: 'unknown', provisioned: false },
      [],
      undefined,
    ],
    [
      'a critical time that is over',
      {},
      [change(30, 'healthy', 'critical'), change(27, 'critical', 'healthy')],
      'This week: x was critical for 3 hours.',
    ],
    [
      'a critical time that began before',
      {},
      [change(7 * 24 - 5, 'critical', 'healthy')],
      'This week: x was critical for 5 hours.',
    ],
    [
      'critical times that are short',
      {},
      [
        change(30, 'healthy', 'critical'),
        change(29.8, 'critical', 'healthy'),
        change(20, 'healthy', 'critical'),
        change(19.8, 'critical', 'healthy'),
      ],
      'This week: x was critical twice, for less than an hour in all.',
    ],
    [
      'a verdict that is another one now',
      {},
      [change(9, 'degraded', 'unknown'), change(8, 'unknown', 'healthy')],
      'This week: x went from degraded to healthy.',
    ],
    [
      'a verdict that came back',
      {},
      [change(9, 'healthy', 'degraded'), change(8, 'degraded', 'healthy')],
      undefined,
    ],
    [
      'a new cluster',
      {},
      [change(9, undefined, 'healthy')],
      'This week: x is new and healthy.',
    ],
    [
      'a support that ends within 90 days',
      observed({ kubernetes: '1.34.2' }),
      [],
      'Standard support of Kubernetes 1.34 ends in 9 days (2026-12-02): x.',
    ],
    [
      'a support that ends later or has ended',
      observed({ kubernetes: '1.36.1', cilium: '1.15.1' }),
      [],
      undefined,
    ],
    [
      'addresses that end this month',
      hours({ certainty: 'atMost', value: 24 * 30 }),
      [],
      'Free addresses last: x for at most 30 days.',
    ],
    ['addresses that last', hours(exact(24 * 30 + 1)), [], undefined],
    [
      'addresses that last at least a week',
      hours({ certainty: 'atLeast', value: 24 * 7 }),
      [],
      undefined,
    ],
    [
      'CPUs that are spare',
      cpus({ certainty: 'atMost', value: 8 }, exact(64)),
      [],
      'Spare: x requests at most 13 % of 64 CPUs.',
    ],
    ['CPUs that are used', cpus(exact(26), exact(64)), [], undefined],
    ['few CPUs', cpus(exact(1), exact(15)), [], undefined],
    [
      'a request that may be larger',
      cpus({ certainty: 'atLeast', value: 1 }, exact(64)),
      [],
      undefined,
    ],
    ['requests that are not known', cpus(unknown, exact(64)), [], undefined],
  ])('of %s', (_what, row, changes, text) => {
    expect(digest(cluster('x', row, changes))?.description).toBe(text);
  });

  it('counts the clusters, and names the worst first', () => {
    expect(
      digest(
        cluster('well'),
        cluster('slow', { verdict: 'degraded', headline: { text: 'Slow' } }),
        cluster('down', { verdict: 'critical', headline: { text: 'Down' } }, [
          change(24 * 3, 'healthy', 'critical'),
        ]),
        cluster('was-down', {}, [
          change(9, 'healthy', 'critical'),
          change(8, 'critical', 'healthy'),
        ]),
      ),
    ).toEqual({
      title: 'The week of payments: 1 critical, 1 degraded, 2 healthy',
      description: [
        'Now critical: down (Down).',
        'Now degraded: slow (Slow).',
        'This week: down was critical for 3 days; was-down was critical for 1 hour.',
      ].join('\n'),
    });
  });

  it('tells one end of support once for all clusters', () => {
    const row = observed({ kubernetes: '1.34.2' });
    expect(digest(cluster('b', row), cluster('a', row))?.description).toBe(
      'Standard support of Kubernetes 1.34 ends in 9 days (2026-12-02): a; b.',
    );
  });

  it('is bounded, and shows what clusters say as text', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      cluster(
        `${'n'.repeat(300)}${index}`,
        {
          verdict: (['critical', 'degraded', 'unknown'] as const)[index % 3],
          headline: { text: '<b>@all</b>'.repeat(100_000) },
          ...observed({ kubernetes: '1.34.2' }),
          ...hours(exact(1)),
          ...cpus(exact(1), exact(1_000)),
        },
        [change(9, 'healthy', 'critical')],
      ),
    );
    const { title = '', description = '' } = digest(...many) ?? {};
    expect(title.length).toBeLessThan(200);
    expect(description.length).toBeLessThanOrEqual(1_900);
    expect(description).toContain('and 162 more');
    expect(description).not.toContain('<');
  });
});
