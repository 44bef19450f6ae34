import { assess, projectCapture } from '@clusterworks/plugin-clusters-health';
import { captureOf, testWorld } from '../__testUtils__/testWorld';
import type { ScenarioName } from './scenarios';
import type { World } from './World';
import type { FakeClock } from '../__testUtils__/FakeClock';

type Memory = ReturnType<typeof assess>['memory'];

/** Judges a world as the backend would, with the memory of the last look. */
function judge(world: World, clock: FakeClock, memory?: Memory) {
  const now = clock.now();
  return assess(
    projectCapture(captureOf(world, now)),
    memory,
    new Date(now).toISOString(),
  );
}

function brief(assessment: ReturnType<typeof assess>['assessment']) {
  return assessment.findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, subject, title }) => `${code} ${subject.name}: ${title}`);
}

describe('the healthy world', () => {
  it('is judged healthy at any time of four hours', () => {
    const { world, clock } = testWorld({ scenario: 'healthy' });
    let memory: Memory | undefined;
    const seen = new Set<string>();
    for (let look = 0; look < 90; look += 1) {
      // Not a multiple of anything in the script.
      clock.advance(163_000);
      world.advance();
      const judged = judge(world, clock, memory);
      memory = judged.memory;
      expect({
        look,
        verdict: judged.assessment.verdict,
        findings: brief(judged.assessment),
      }).toEqual({ look, verdict: 'healthy', findings: [] });
      world.store
        .list('karpenter.sh/v1', 'NodeClaim')
        .forEach(claim => seen.add(claim.metadata.name));
    }
    // The world changes: many nodes were added, and most of them removed.
    expect(seen.size).toBeGreaterThan(30);
    expect(world.cluster.state.machines.size).toBeLessThan(14);
  });
});

describe('the world of a stuck CiliumNode', () => {
  it('is critical from the first look on, and stays so', () => {
    const { world, clock } = testWorld({ scenario: 'stuck-ciliumnode' });
    let memory: Memory | undefined;
    for (let hour = 0; hour < 3; hour += 1) {
      const judged = judge(world, clock, memory);
      memory = judged.memory;
      expect(judged.assessment.verdict).toBe('critical');
      const codes = judged.assessment.findings.map(({ code }) => code);
      expect(codes).toContain('cilium/D07');
      clock.advance(3600_000);
      world.advance();
    }
  });
});

describe('the other scenarios', () => {
  const cases: [ScenarioName, string, string[]][] = [
    ['gpu-out-of-capacity', 'critical', ['karpenter/L8']],
    ['ip-space-nearly-gone', 'degraded', ['cilium/D12']],
    ['karpenter-down', 'critical', ['karpenter/C1', 'karpenter/C2']],
    ['spot-interruption', 'healthy', ['karpenter/L7']],
  ];

  it.each(cases)('%s is judged %s for an hour', (scenario, verdict, codes) => {
    const { world, clock } = testWorld({ scenario });
    // The first look cannot know how long something has lasted.
    let { memory } = judge(world, clock);
    for (let look = 1; look < 7; look += 1) {
      clock.advance(9 * 60_000);
      world.advance();
      const judged = judge(world, clock, memory);
      memory = judged.memory;
      const found = judged.assessment.findings.map(({ code }) => code);
      expect({
        look,
        verdict: judged.assessment.verdict,
        isQuiet: brief(judged.assessment).length === 0,
        missing: codes.filter(code => !found.includes(code)),
      }).toEqual({
        look,
        verdict,
        isQuiet: verdict === 'healthy',
        missing: [],
      });
    }
  });
});

describe('a world', () => {
  it('is the same for the same seed', () => {
    const [a, b] = ['x', 'x'].map(
      seed => testWorld({ scenario: 'healthy', seed }).world,
    );
    expect(a.store.list('v1', 'Pod')).toEqual(b.store.list('v1', 'Pod'));
  });

  it('has Ready NodePools two minutes after its birth', () => {
    const { world, clock } = testWorld({ scenario: 'healthy', ageMs: 0 });
    const ready = () =>
      world.store
        .list('karpenter.sh/v1', 'NodePool')
        .map(
          pool =>
            (pool.status as any).conditions.find(
              (each: any) => each.type === 'Ready',
            ).status,
        );
    expect(ready()).toEqual([]);
    world.start();
    clock.advance(27_000);
    expect(ready()).toEqual(['False', 'False', 'False']);
    clock.advance(93_000);
    expect(ready()).toEqual(['True', 'True', 'True']);
    expect(judge(world, clock).assessment.verdict).toBe('healthy');
    world.stop();
  });
});

describe('clusters of other shapes', () => {
  const network = { vpcCidr: '10.60.0.0/16' };
  const general = { name: 'general', preset: 'general' };
  const cases: [string, Record<string, unknown>][] = [
    ['latest versions', { versions: { profile: 'latest' } }],
    ['prefix delegation', { cilium: { prefixDelegation: true } }],
    ['WireGuard', { cilium: { encryption: 'wireguard' } }],
    ['no Hubble', { cilium: { hubble: false } }],
    [
      'us-east-1, two zones',
      { region: 'us-east-1', network: { ...network, zones: 2 } },
    ],
    ['a small VPC', { network: { vpcCidr: '10.60.0.0/20' } }],
    [
      'Graviton',
      { karpenter: { nodePools: [{ ...general, architectures: ['arm64'] }] } },
    ],
    [
      'large GPU nodes only',
      {
        karpenter: {
          nodePools: [
            general,
            {
              name: 'big',
              preset: 'gpu',
              instanceFamilies: ['p5'],
              capacityTypes: ['on-demand'],
            },
          ],
        },
      },
    ],
    [
      'a pool of its own kind',
      {
        karpenter: {
          namespace: 'karpenter',
          nodePools: [
            { name: 'web', preset: 'custom', instanceFamilies: ['c7i'] },
          ],
        },
      },
    ],
  ];

  it.each(cases)('%s: healthy from birth on', (_name, spec) => {
    const { world, clock } = testWorld({ scenario: 'healthy', ageMs: 0, spec });
    let memory: Memory | undefined;
    clock.advance(3 * 60_000);
    for (let look = 0; look < 7; look += 1) {
      clock.advance(431_000);
      world.advance();
      const judged = judge(world, clock, memory);
      memory = judged.memory;
      expect({
        look,
        verdict: judged.assessment.verdict,
        findings: brief(judged.assessment),
      }).toEqual({ look, verdict: 'healthy', findings: [] });
    }
    expect(world.cluster.state.machines.size).toBeGreaterThan(3);
  });
});

describe('a pool with small limits', () => {
  it('never exceeds them, and its pods wait', () => {
    const { world, clock } = testWorld({
      scenario: 'healthy',
      ageMs: 0,
      spec: {
        karpenter: {
          nodePools: [
            {
              name: 'general',
              preset: 'general',
              limits: { cpu: '8', memory: '64Gi' },
            },
          ],
        },
      },
    });
    clock.advance(15 * 60_000);
    world.advance();
    expect(world.cluster.state.usage('general')).toMatchObject({
      nodes: 2,
      cpus: 8,
    });
    const { assessment } = judge(world, clock);
    expect(assessment.findings.map(({ code }) => code)).toContain(
      'karpenter/P3',
    );
  });
});
