import {
  type ClusterView,
  type SourceState,
} from '@clusterworks/plugin-clusters-common';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import type { ClusterFacts } from '../reader';
import { ViewValidity } from './ViewValidity';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const MINUTE = 60_000;
const resources = allKinds.map(kind => ({
  kind,
  state: 'ok' as SourceState,
  items: [] as unknown[],
  unreadable: 0,
}));
const facts: ClusterFacts = {
  connection: { state: 'up', since: 0 },
  serverVersion: 'v1.35.4',
  clockSkewMs: 0,
  lastContact: NOW,
  resources,
};

/** A view with only the fields that `ViewValidity` reads. */
function view(budgets: { until?: string; next?: string }[] = []): ClusterView {
  const nodePools = [{ disruption: { budgets } }, {}];
  return { karpenter: { nodePools } } as unknown as ClusterView;
}

function withFirst(change: Partial<(typeof resources)[number]>): ClusterFacts {
  const [first, ...others] = resources;
  return { ...facts, resources: [{ ...first, ...change }, ...others] };
}

function memoOf(made: ClusterView = view()): ViewValidity {
  const memo = new ViewValidity();
  memo.made(made, facts, NOW);
  return memo;
}

describe('ViewValidity', () => {
  it.each<[string, ClusterFacts, number, boolean]>([
    ['nothing changed', { ...facts, lastContact: NOW + 1 }, NOW + MINUTE, true],
    ['an object changed', withFirst({ items: [] }), NOW, false],
    ['a source is lost', withFirst({ state: 'stale' }), NOW, false],
    ['an object is unreadable', withFirst({ unreadable: 1 }), NOW, false],
    ['the server was upgraded', { ...facts, serverVersion: 'v2' }, NOW, false],
    ['long ago', facts, NOW + 5 * MINUTE, false],
    ['just not long ago', facts, NOW + 5 * MINUTE - 1, true],
  ])('%s', (_what, seen, now, holds) => {
    expect(memoOf().holds(seen, now)).toBe(holds);
  });

  it('ignores kinds that are only polled', () => {
    const memo = new ViewValidity();
    const [first, ...others] = resources;
    const polled = (readAt: number): ClusterFacts => ({
      ...facts,
      resources: [{ ...first, items: [], readAt }, ...others],
    });
    memo.made(view(), polled(1), NOW);
    expect(memo.holds(polled(2), NOW)).toBe(true);
  });

  it('ends when a disruption budget begins or ends', () => {
    for (const budget of [
      { until: '2026-11-22T10:02:00Z' },
      { next: '2026-11-22T10:02:00Z' },
    ]) {
      const memo = memoOf(view([{}, budget]));
      expect(memo.holds(facts, NOW + 2 * MINUTE - 1)).toBe(true);
      expect(memo.holds(facts, NOW + 2 * MINUTE)).toBe(false);
    }
  });

  it('does not hold while a node is young enough to be reported as stuck', () => {
    const aged = (createdAt: string) =>
      memoOf({ ...view(), nodeList: [{ createdAt }] } as ClusterView);
    expect(aged('2026-11-22T09:01:00Z').holds(facts, NOW)).toBe(false);
    expect(aged('2026-11-22T09:00:00Z').holds(facts, NOW)).toBe(true);
  });

  it('does not hold at first, nor after it was reset', () => {
    expect(new ViewValidity().holds(facts, NOW)).toBe(false);
    const memo = memoOf();
    memo.forget();
    expect(memo.holds(facts, NOW)).toBe(false);
  });
});
