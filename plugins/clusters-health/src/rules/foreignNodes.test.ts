import { nextMemory } from '../assess/nextMemory';
import { runRules } from '../assess/runRules';
import { SourceHealth } from '../assess/SourceHealth';
import type { Memory } from '../rule/memory';
import { RuleContext } from '../rule/RuleContext';
import {
  type ForeignWorld,
  foreignWorlds,
  healthyWorld,
  NOW,
  snapshotOf,
  type World,
} from '../testing/world';
import { rules } from './rules';

/** Findings about foreign objects that are correct, by foreign world. */
const wanted: { [kind in keyof typeof foreignWorlds]?: string[] } = {
  // v1beta1 is harmless while Karpenter 1.0 runs, but blocks the upgrade to the
  // next version.
  'Karpenter 1.0': [
    'info v1beta1-leftovers',
    'info v1beta1-leftovers',
    'info v1beta1-leftovers',
    // The Cilium of the fixture is too new for its Kubernetes.
    'info cilium-version-skew',
  ],
};

function worldWith({ adds, replaces = {} }: ForeignWorld): World {
  const world: World = { ...healthyWorld(), ...replaces };
  for (const [source, added] of Object.entries(adds) as [
    keyof World,
    readonly unknown[],
  ][]) {
    world[source] = [...((world[source] as unknown[]) ?? []), ...added];
  }
  return world;
}

/** The findings of all rules after a look every 30 seconds for half an hour. */
function saidOf(foreign: ForeignWorld, memory: Memory | undefined): string[] {
  const snapshot = snapshotOf(worldWith(foreign), {}, foreign.serverVersion);
  const health = new SourceHealth(snapshot);
  const minutes = memory ? 0 : 31;
  let before = memory;
  for (let left = minutes; ; left -= 0.5) {
    const at = Date.parse(NOW) - left * 60_000;
    const ctx = new RuleContext(snapshot, at, before);
    const outcomes = runRules(rules, ctx, health);
    if (left <= 0) {
      return outcomes.flatMap(({ rule, drafts }) =>
        drafts.map(({ severity, title }) => `${severity} ${rule.id}: ${title}`),
      );
    }
    before = nextMemory(ctx, {});
  }
}

describe('objects that neither Karpenter nor Cilium manages', () => {
  it('are tested in a cluster without findings of its own', () => {
    expect(saidOf({ adds: {} }, undefined)).toEqual([]);
  });

  it.each(
    Object.entries(foreignWorlds) as [
      keyof typeof foreignWorlds,
      ForeignWorld,
    ][],
  )('%s causes no finding', (kind, foreign) => {
    const memories = [undefined, ...(foreign.memory ? [foreign.memory] : [])];
    for (const memory of memories) {
      const said = saidOf(foreign, memory);
      const ids = said.map(line => line.split(':')[0]);
      expect({ said, ids }).toEqual({ said, ids: wanted[kind] ?? [] });
    }
  });
});
