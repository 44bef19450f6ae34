import type { BootTimesView } from '@clusterworks/plugin-clusters-common';
import { poolOf } from '../model/poolOf';
import type { NodeClaimFacts, NodeFacts } from '../kinds';
import type { Look } from './Look';
import { networkReadyAt } from './networkReadyAt';
import { percentile } from './percentile';
import { since } from './since';

type Stage = BootTimesView['stage'];
const stages: Stage[] = [
  'launching',
  'registering',
  'network',
  'initializing',
  'total',
];

/** Seconds per stage, from the boots that were measured. */
type Samples = Map<Stage, number[]>;

/**
 * Seconds that nodes took for each stage of their boot, p50 and p95, measured
 * on NodeClaims that completed it: of all of them together, then per pool. A
 * stage without samples is left out.
 */
export function bootTimes(look: Look): BootTimesView[] {
  const all: Samples = new Map();
  const byPool = new Map<string, Samples>();
  for (const claim of look.snapshot.resources.nodeclaims.items) {
    const node = look.index.nodeByName().get(claim.nodeName ?? '');
    const pool = poolOf(claim);
    const ofPool: Samples = (pool && byPool.get(pool)) || new Map();
    if (pool) {
      byPool.set(pool, ofPool);
    }
    for (const [stage, seconds] of stageSeconds(claim, node)) {
      for (const samples of [all, ofPool]) {
        const values = samples.get(stage) ?? [];
        values.push(seconds);
        samples.set(stage, values);
      }
    }
  }
  return [
    ...summaries(undefined, all),
    ...[...byPool.entries()]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([pool, samples]) => summaries(pool, samples)),
  ];
}

function summaries(
  nodePool: string | undefined,
  samples: Samples,
): BootTimesView[] {
  return stages.flatMap(stage => {
    const values = samples.get(stage) ?? [];
    const p50 = percentile(values, 0.5);
    const p95 = percentile(values, 0.95);
    return p50 === undefined || p95 === undefined
      ? []
      : { nodePool, stage, samples: values.length, p50, p95 };
  });
}

/**
 * Clocks differ and conditions come back, so a negative duration is not used as
 * a sample. Nor is initialising when the end of the wait for the network is not
 * known, because it would contain that wait.
 */
function stageSeconds(
  claim: NodeClaimFacts,
  node: NodeFacts | undefined,
): [Stage, number][] {
  const launched = since(claim, 'Launched');
  const registered = since(claim, 'Registered');
  const network = networkReadyAt(claim, node);
  const initialized = since(claim, 'Initialized');
  if (initialized === undefined) {
    return [];
  }
  const spans: [Stage, number | undefined, number | undefined][] = [
    ['launching', claim.createdAt, launched],
    ['registering', launched, registered],
    ['network', registered, network],
    ['initializing', network, initialized],
    ['total', claim.createdAt, initialized],
  ];
  return spans.flatMap(([stage, from, to]): [Stage, number][] =>
    from === undefined || to === undefined || to < from
      ? []
      : [[stage, (to - from) / 1000]],
  );
}
