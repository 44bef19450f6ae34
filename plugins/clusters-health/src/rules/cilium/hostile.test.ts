// Only the tests of this package run on Node alone; its code runs in browsers
// too.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { spoil } from '@clusterworks/fuzz';
import { NOW } from '@clusterworks/kube-fixtures';
import fc from 'fast-check';
import { ciliumRules } from './ciliumRules';
import { RuleContext } from '../../rule/RuleContext';
import { runRules } from '../../assess/runRules';
import { SourceHealth } from '../../assess/SourceHealth';
import type { SourceName } from '../../kinds';
import { oddValue } from '../../__testUtils__/hostile';
import {
  agentPod,
  ciliumNode,
  clusterOf,
  healthy,
  node,
  pod,
  sandboxEvent,
  startupTaint,
} from '../../testing/cilium/testCluster';

const given = {
  ...healthy(),
  nodes: [node('a'), node('b', { age: 1200, taints: [startupTaint] })],
  ciliumnodes: [
    ciliumNode('a', { enis: [9, 9, 9], used: 27 }),
    ciliumNode('b', { age: 1200, enis: [0], up: false }),
    ciliumNode('c', { release: { '10.0.1.3': 'released' } }),
  ],
  pods: [
    agentPod('a'),
    agentPod('b', { ready: false, waiting: 'CrashLoopBackOff' }),
    pod('web', { phase: 'Pending', ready: false }),
    pod('api', { ip: '10.0.1.9' }),
  ],
  events: [sandboxEvent('web', 'no IPs currently', { first: 400, last: 1 })],
};

describe('the rules of Cilium with hostile objects', () => {
  it('never throw, and return texts only', () => {
    const sources = Object.keys(given) as SourceName[];
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }),
        oddValue,
        (source, path, by) => {
          const list = (given as Record<string, unknown>)[source];
          const spoilt = spoil(list, path, by);
          const items = Array.isArray(spoilt) ? spoilt : [];
          const snapshot = clusterOf({ ...given, [source]: items });
          const ctx = new RuleContext(snapshot, Date.parse(NOW), undefined);
          for (const { check, drafts } of runRules(
            ciliumRules,
            ctx,
            new SourceHealth(ctx.snapshot),
          )) {
            expect(check.reason ?? '').not.toMatch(/the rule failed/);
            for (const { title, since } of drafts) {
              expect(title).not.toMatch(/undefined|NaN|\[object/);
              expect(since === undefined || Number.isFinite(since)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a malformed field never turns a finding into a pass', () => {
    const judge = (all: object) => {
      const ctx = new RuleContext(clusterOf(all), Date.parse(NOW), undefined);
      return new Map(
        runRules(ciliumRules, ctx, new SourceHealth(ctx.snapshot)).map(
          ({ check }) => [check.code, check],
        ),
      );
    };
    const before = judge(given);
    const wrong = fc.constantFrom<unknown>(7, true, [7], { x: 7 });
    fc.assert(
      fc.property(
        fc.constantFrom<SourceName>('ciliumnodes', 'nodes', 'pods'),
        fc.nat(3),
        fc.constantFrom('spec', 'status', 'metadata'),
        wrong,
        (source, index, part, by) => {
          const list = (given as unknown as Record<string, object[]>)[source];
          const items = list.map((item, at) =>
            at === index % list.length ? { ...item, [part]: by } : item,
          );
          const after = judge({ ...given, [source]: items });
          for (const [code, { state }] of after) {
            const fired = before.get(code)?.state === 'fired';
            const healed = fired && state === 'pass';
            expect(healed && typeof by !== 'object' ? code : '').toBe('');
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
