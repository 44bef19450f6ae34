import { SourceState } from '@clusterworks/plugin-clusters-common';
import { Memory } from '../../rule/memory';
import { Rule } from '../../rule/Rule';
import { RuleContext } from '../../rule/RuleContext';
import { nextMemory } from '../../assess/nextMemory';
import { RuleOutcome, runRules } from '../../assess/runRules';
import { SourceHealth } from '../../assess/SourceHealth';
import {
  blankSnapshot,
  projectResource,
  ResourceFacts,
  Snapshot,
  SourceName,
} from '../../kinds';
import { ciliumNode } from './testCiliumNodes';
import { node } from './testNodes';
import { agentPod } from './testPods';
import { now } from './testTime';
import { agentSet, config, lease, operator } from './testWorkloads';

export * from './testCiliumNodes';
export * from './testNodes';
export * from './testPods';
export * from './testTime';
export * from './testWorkloads';

/** Raw objects of a source, or the state that it is in instead. */
export type Given = Partial<Record<SourceName, object[] | SourceState>>;

/** A small healthy cluster with Cilium in ENI mode, one node in service. */
export function healthy(): Given {
  return {
    nodes: [node('a')],
    ciliumnodes: [ciliumNode('a')],
    daemonsets: [agentSet({})],
    deployments: [operator({})],
    leases: [lease(2)],
    configmaps: [config({})],
    pods: [agentPod('a')],
    events: [],
    ciliumendpoints: [],
    ciliumidentities: [],
    nodepools: [],
    nodeclaims: [],
    ec2nodeclasses: [],
  };
}

/** What the tables of Cilium's rules stand on. */
export const ciliumTable = { base: healthy() };

/** The healthy cluster with some sources replaced. */
export function clusterOf(given: Given, serverVersion = 'v1.35.4'): Snapshot {
  const snapshot = {
    ...blankSnapshot('test', 'notCollected'),
    serverVersion,
  };
  const resources = snapshot.resources as Record<
    string,
    ResourceFacts<unknown>
  >;
  for (const [source, what] of Object.entries({ ...healthy(), ...given })) {
    resources[source] =
      typeof what === 'string'
        ? { state: what, items: [] }
        : projectResource(source as SourceName, what);
  }
  return snapshot;
}

/** One look with one rule. */
export function look(
  rule: Rule,
  given: Given,
  options: { memory?: Memory; at?: number; serverVersion?: string } = {},
): RuleOutcome & { memory: Memory; said: string[] } {
  const ctx = new RuleContext(
    clusterOf(given, options.serverVersion),
    options.at ?? now,
    options.memory,
  );
  const [outcome] = runRules([rule], ctx, new SourceHealth(ctx.snapshot));
  return {
    ...outcome,
    memory: nextMemory(ctx, {}),
    said: outcome.drafts.map(
      ({ severity, subject }) => `${severity} ${subject.kind}/${subject.name}`,
    ),
  };
}

/** Looks at the same cluster every 30 seconds for a while; the last look. */
export function lookFor(rule: Rule, given: Given, seconds: number) {
  let last = look(rule, given, { at: now - seconds * 1000 });
  for (let left = seconds - 30; left >= 0; left -= 30) {
    last = look(rule, given, { memory: last.memory, at: now - left * 1000 });
  }
  return last;
}
