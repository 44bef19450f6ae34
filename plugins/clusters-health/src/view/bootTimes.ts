import { BootTimesView } from '@clusterworks/plugin-clusters-common';
import { poolOf } from '../engine/ClusterIndex';
import { NodeClaimFacts, NodeFacts } from '../kinds';
import { networkReadySince } from './claimStage';
import { Look } from './Look';
import { since } from './nodeClaimView';
import { percentile } from './percentile';

type Stage = BootTimesView['stage'];
const stages: Stage[] = [
  'launching',
  'registering',
  'network',
  'initializing',
  'total',
];

/**
 * Seconds that nodes took in each stage of their boot, p50 and p95 per pool,
 * from the NodeClaims that came through. A stage without samples is left out.
 */
export function bootTimes(look: Look): BootTimesView[] {
  const samples = new Map<string, Map<Stage, number[]>>();
  for (const claim of look.snapshot.resources.nodeclaims.items) {
    const node = look.index.nodeByName().get(claim.nodeName ?? '');
    const byStage =
      samples.get(poolOf(claim) ?? '') ?? new Map<Stage, number[]>();
    samples.set(poolOf(claim) ?? '', byStage);
    for (const [stage, seconds] of stageSeconds(claim, node)) {
      const values = byStage.get(stage);
      if (values) {
        values.push(seconds);
      } else {
        byStage.set(stage, [seconds]);
      }
    }
  }
  return [...samples.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([pool, byStage]) => summaries(pool, byStage));
}

function summaries(
  pool: string,
  byStage: Map<Stage, number[]>,
): BootTimesView[] {
  return stages.flatMap(stage => {
    const values = byStage.get(stage) ?? [];
    const p50 = percentile(values, 0.5);
    const p95 = percentile(values, 0.95);
    return p50 === undefined || p95 === undefined
      ? []
      : {
          nodePool: pool || undefined,
          stage,
          samples: values.length,
          p50,
          p95,
        };
  });
}

/** Clocks differ and conditions return: a negative stage is no sample. */
function stageSeconds(
  claim: NodeClaimFacts,
  node: NodeFacts | undefined,
): [Stage, number][] {
  const launched = since(claim, 'Launched');
  const registered = since(claim, 'Registered');
  const network = node && networkReadySince(node);
  const initialized = since(claim, 'Initialized');
  if (initialized === undefined) {
    return [];
  }
  const spans: [Stage, number | undefined, number | undefined][] = [
    ['launching', claim.createdAt, launched],
    ['registering', launched, registered],
    ['network', registered, network],
    ['initializing', network ?? registered, initialized],
    ['total', claim.createdAt, initialized],
  ];
  return spans.flatMap(([stage, from, to]): [Stage, number][] =>
    from === undefined || to === undefined || to < from
      ? []
      : [[stage, (to - from) / 1000]],
  );
}
