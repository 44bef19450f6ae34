import fc from 'fast-check';
import type { FleetRow } from '../api';
import type { Measure } from '../measure';
import { parseFleetFilter } from './parseFleetFilter';

const unknown: Measure = { certainty: 'unknown', reason: 'nodes: forbidden' };
const exact = (value: number): Measure => ({ certainty: 'exact', value });
const atMost = (value: number): Measure => ({ certainty: 'atMost', value });

function row(name: string, overrides: Partial<FleetRow> = {}): FleetRow {
  return {
    name,
    entityRef: `resource:default/${name}`,
    owner: 'group:default/payments',
    environment: 'prod',
    region: 'eu-west-1',
    provisioned: true,
    verdict: 'healthy',
    headline: { text: 'No problems found' },
    findings: { critical: 0, warning: 0, info: 0 },
    versions: {
      kubernetes: { desired: '1.35', observed: '1.35.4' },
      karpenter: { observed: '1.14.3' },
      cilium: { observed: '1.19.9' },
    },
    nodes: exact(12),
    cpuRequested: exact(90),
    cpuAllocatable: exact(100),
    spotShare: exact(0.62),
    room: { addresses: atMost(400), nodes: atMost(9), hours: atMost(48) },
    connection: { state: 'live' },
    revision: 1,
    ...overrides,
  };
}

const read = row('web', {
  phase: 'running',
  system: 'system:default/shop',
  labels: { tier: 'gold', 'example.com/team': 'Blue' },
  zones: ['eu-west-1a', 'eu-west-1b'],
  podsPending: exact(14),
  nextKubernetes: { version: '1.36', blockedBy: ['karpenter'] },
  components: {
    listed: ['component:default/checkout', 'component:shop/cart'],
    total: 2,
  },
  heldBy: {
    listed: [
      {
        ...{ namespace: 'shop', workload: 'Deployment/web' },
        ...{ nodes: exact(2), drifted: true },
      },
    ],
    total: 3,
  },
  differences: [
    { part: 'kubernetes', state: 'differs', wanted: '1.36', seen: '1.35.4' },
    { part: 'pools', state: 'unknown', wanted: 'general' },
  ],
  findings: {
    critical: 1,
    warning: 0,
    info: 0,
    rules: ['karpenter/P3', 'nodepool-limit'],
  },
});
const unread = row('legacy', {
  environment: 'staging',
  verdict: 'unknown',
  headline: { text: 'API server "legacy" unreachable, since Monday' },
  versions: {
    kubernetes: { desired: '1.35' },
    karpenter: { desired: '1.14.3' },
    cilium: { desired: '1.19.9' },
  },
  nodes: unknown,
  cpuRequested: unknown,
  cpuAllocatable: unknown,
  spotShare: unknown,
  room: { addresses: unknown, nodes: unknown, hours: unknown },
  connection: { state: 'unreachable' },
});

function found(line: string): string[] {
  const { matches, problems } = parseFleetFilter(line);
  expect(problems).toEqual([]);
  return [read, unread].filter(matches).map(({ name }) => name);
}

describe('parseFleetFilter', () => {
  it.each<[string, string[]]>([
    ['', ['web', 'legacy']],
    ['env:prod', ['web']],
    ['ENV:Prod', ['web']],
    ['cluster:legacy', ['legacy']],
    ['owner:payments', ['web', 'legacy']],
    ['owner:group:default/payments', ['web', 'legacy']],
    ['-env:prod', ['legacy']],
    ['NOT env:prod', ['legacy']],
    ['- env:prod', []],
    ['env:prod,staging', ['web', 'legacy']],
    ['env:prod env:staging', []],
    ['env:prod OR env:staging', ['web', 'legacy']],
    ['env:dev OR env:prod verdict:healthy', ['web']],
    ['-(env:dev OR env:prod)', ['legacy']],
    ['(env:dev OR env:prod) AND unreachable', []],
    ['"unreachable, since"', ['legacy']],
    ['"since OR Monday"', []],
    ['since or Monday', []],
    ['connection:UNREACHABLE', ['legacy']],
    ['system:shop', ['web']],
    ['-system:shop', ['legacy']],
    ['label:tier', ['web']],
    ['label:TIER=Gold', ['web']],
    ['label:tier=silver', []],
    ['-label:tier=gold', ['legacy']],
    ['label:"example.com/team=blue"', ['web']],
    ['component:any', ['web']],
    ['component:checkout', ['web']],
    ['component:Component:Shop/Cart', ['web']],
    ['component:out', []],
    ['component:search', []],
    ['-component:search', ['web']],
    ['-component:any', []],
    ['next:karpenter', ['web']],
    ['next:Cilium', []],
    ['-next:cilium', ['web']],
    ['next:free', []],
    ['-next:free', ['web']],
    ['held:any', ['web']],
    ['held:drifted', ['web']],
    ['held:shop', ['web']],
    ['held:web', ['web']],
    ['held:Deployment/web', ['web']],
    // Two more workloads are not listed.
    ['held:batch', []],
    ['-held:batch', []],
    ['zone:eu-west-1B', ['web']],
    ['zone:eu-west-1', []],
    ['pending:>0', ['web']],
    ['pending:>14', []],
    ['finding:nodepool-limit', ['web']],
    ['finding:karpenter/p3', ['web']],
    ['finding:controller-down', []],
    ['finding:acme/A1', []],
    ['differs:any', ['web']],
    ['differs:Kubernetes', ['web']],
    ['differs:region', []],
    ['-differs:region', ['web']],
    ['differs:pools', []],
    ['-differs:pools', []],
    ['-differs:any', []],
    ['provisioned:true', ['web', 'legacy']],
  ])('%s', (line, names) => {
    expect(found(line)).toEqual(names);
  });

  it.each([
    [undefined, 'none'],
    ['2099-01-01T18:00Z', 'active'],
    ['2026-01-01T18:00Z', 'overdue'],
  ])('a freeze until %s is %s', (frozenUntil, state) => {
    const frozen = row('web', { frozenUntil });
    for (const each of ['none', 'active', 'overdue']) {
      const { matches } = parseFleetFilter(`freeze:${each}`);
      expect(matches(frozen)).toBe(each === state);
    }
  });

  it.each<[string, string[]]>([
    ['nodes:12', ['web']],
    ['nodes:>12', []],
    ['nodes:>=12', ['web']],
    ['spot:>50%', ['web']],
    ['spot:>70', []],
    ['cpu:<=90%', ['web']],
    ['room:<10', ['web']],
    ['room:<9', []],
    ['room:<7d', ['web']],
    ['room:<2d', []],
    ['room:<=48h', ['web']],
    ['cilium:<1.20', ['web']],
    ['cilium:<1.19', []],
    ['cilium:<=1.19', ['web']],
    ['cilium:>1.19', []],
    ['cilium:>1.18', ['web']],
    ['cilium:>=1.19.9', ['web']],
    ['cilium:>v1.19.8', ['web']],
    ['cilium:1.19', ['web']],
    ['cilium:1.19.8', []],
    ['cilium:1.19.9-eks.1', ['web']],
    ['cilium:1', ['web']],
    ['k8s:1.35', ['web']],
  ])('compares observed values: %s', (line, names) => {
    expect(found(line)).toEqual(names);
  });

  it.each(['kubernetes:1.35', 'cilium:<1.20', 'nodes:>5', 'room:<9'])(
    'a cluster that was not read matches neither %s nor its negation',
    line => {
      expect(found(line)).not.toContain('legacy');
      expect(found(`-${line}`)).not.toContain('legacy');
      expect(found(`${line.split(':')[0]}:unknown`)).toEqual(['legacy']);
    },
  );

  it.each(['pending:>0', 'zone:eu-west-1a', 'finding:nodepool-limit'])(
    'a cluster that was not read does not match the negation of %s',
    line => {
      expect(found(line)).toEqual(['web']);
      expect(found(`-${line}`)).toEqual([]);
    },
  );

  it('a cluster that is as wanted differs in nothing', () => {
    const same = row('same', { differences: [] });
    const { matches } = parseFleetFilter('-differs:any');
    expect([same, read, unread].filter(matches)).toEqual([same]);
  });

  it('a cluster that was read has the findings that it has, and no others', () => {
    expect(found('-finding:controller-down')).toEqual(['web']);
  });

  it('distinguishes clusters being built from clusters in unknown state', () => {
    const rows = [
      row('new', { phase: 'building', verdict: 'unknown' }),
      row('failing', { phase: 'building', verdict: 'critical' }),
      row('ending', { phase: 'draining' }),
      read,
      unread,
    ];
    const names = (line: string) =>
      rows.filter(parseFleetFilter(line).matches).map(({ name }) => name);
    expect(names('phase:building')).toEqual(['new', 'failing']);
    expect(names('phase:draining')).toEqual(['ending']);
    // Unknown for the cluster that cannot be read.
    expect(names('-phase:building')).toEqual(['ending', 'web']);
    expect(names('verdict:building')).toEqual(['new']);
    expect(names('verdict:unknown')).toEqual(['legacy']);
    expect(names('verdict:critical')).toEqual(['failing']);
  });

  it.each<[string, string, string[]]>([
    [
      'verdict:bad',
      '"bad" is none of healthy, degraded, critical, unknown',
      [
        'verdict:healthy',
        'verdict:degraded',
        'verdict:critical',
        'verdict:unknown',
        'verdict:building',
      ],
    ],
    [
      'verdict:critcal',
      '"critcal" is none of healthy, degraded, critical, unknown',
      ['verdict:critical'],
    ],
    ['verdit:critical', '"verdit" is none of verdict, ', ['verdict:critical']],
    [
      'cilium:new',
      '"new" is not a version such as 1.19 or <1.19',
      ['cilium:1.19', 'cilium:<1.19'],
    ],
    [
      'nodes:many',
      '"many" is not a number such as >5',
      ['nodes:>5', 'nodes:<50'],
    ],
    ['room:<7%', '"<7%" is not a number such as <9', ['room:<9', 'room:<7d']],
    [
      'nodes:5constructor',
      '"5constructor" is not a number',
      ['nodes:>5', 'nodes:<50'],
    ],
    [
      'finding:nodepool-limits',
      '"nodepool-limits" is not the name of a rule',
      ['finding:nodepool-limit'],
    ],
    [
      'finding:"no room"',
      '"no room" is not the name of a rule',
      ['finding:nodepool-limit'],
    ],
    ['constructor:1', '"constructor" is none of ', []],
    ['__proto__:1', '"__proto__" is none of ', []],
    ['env:prod)', 'this parenthesis closes nothing', []],
    ['OR env:prod', 'OR needs something on both sides', []],
    ['() env:prod', 'there is nothing between the parentheses', []],
  ])(
    'reports the problem of %s with suggestions',
    (line, message, suggestions) => {
      const { problems } = parseFleetFilter(line);
      expect(problems).toEqual([
        expect.objectContaining({
          message: expect.stringContaining(message),
          suggestions,
        }),
      ]);
      const [{ start, end, word }] = problems;
      expect(line.slice(start, end)).toBe(word);
    },
  );

  it.each(['verdict:', 'env:prod OR', '(env:prod', '"no free'])(
    'recognizes %s as incomplete',
    line => {
      const { problems } = parseFleetFilter(line);
      expect(problems).not.toHaveLength(0);
      expect(problems.every(({ unfinished }) => unfinished)).toBe(true);
    },
  );

  it('never throws, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...['(', ')', '"', '-', ':', ',', 'OR', 'NOT', ' ', '<', 'room', '7d'],
      ...['env', 'prod', 'cilium', '1.19', 'x', '\u0000', '%'],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 500 }),
          fc.array(pieces, { maxLength: 250 }).map(parts => parts.join('')),
        ),
        line => {
          const { matches, problems } = parseFleetFilter(line);
          expect(typeof matches(read)).toBe('boolean');
          for (const { word, start, end } of problems) {
            expect(line.slice(start, end)).toBe(word);
          }
        },
      ),
    );
    const deep = parseFleetFilter('('.repeat(500));
    expect(deep.problems.length).toBeGreaterThan(0);
  });

  it('a filter and its negation never both match', () => {
    const words = fc.constantFrom(
      ...['env:prod', '-k8s:1.35', 'nodes:>5', 'room:<9', 'web', 'spot:<50%'],
    );
    const lines = fc
      .array(fc.tuple(words, fc.constantFrom(' ', ' OR ')), {
        minLength: 1,
        maxLength: 6,
      })
      .map(parts =>
        parts
          .map(([word, join], at) => (at === 0 ? word : join + word))
          .join(''),
      );
    fc.assert(
      fc.property(lines, fc.constantFrom(read, unread), (line, one) => {
        const is = parseFleetFilter(line).matches(one);
        const isNot = parseFleetFilter(`-(${line})`).matches(one);
        expect(is && isNot).toBe(false);
      }),
    );
  });
});
