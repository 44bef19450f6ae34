import type {
  Measure,
  NodePoolView,
  ResourceLedger,
} from '@clusterworks/plugin-clusters-common';
import type { NodePoolFacts } from '../kinds';
import { quantityToNumber } from '../kinds';
import { claimCounts } from './claimCounts';
import { conditionView, notReadyBecause } from './conditionView';
import { disruptionView } from './disruptionView';
import { effectiveLimit } from './effectiveLimit';
import type { Look } from './Look';
import { measured, unknownMeasure } from './measures';
import { requestedInPool } from './podTotals';
import { noPoolStatus } from './unknownReasons';

const allCapacityTypes = ['spot', 'on-demand', 'reserved'];
const readyParts = ['ValidationSucceeded', 'NodeClassReady'];

/** A NodePool for pages. */
export function nodePoolView(look: Look, pool: NodePoolFacts): NodePoolView {
  const nodes = pool.nodes ?? numberOf(pool.resources.nodes);
  return {
    name: pool.name,
    nodeClass: pool.nodeClass.name,
    weight: pool.weight,
    ready: conditionView(pool, 'Ready'),
    notReadyBecause: notReadyBecause(pool, readyParts),
    nodes:
      nodes === undefined ? unknownMeasure(noPoolStatus) : ofPools(look, nodes),
    resources: ledger(look, pool),
    consolidation: {
      policy: pool.consolidationPolicy ?? 'WhenEmptyOrUnderutilized',
      after: pool.consolidateAfter ?? '0s',
    },
    capacityTypes: capacityTypes(pool),
    nodeClaims: claimCounts(look, pool.name),
    disruption: disruptionView(look, pool),
    effectiveLimit: effectiveLimit(look, pool),
    expireAfter: pool.expireAfter,
  };
}

function ledger(look: Look, pool: NodePoolFacts): ResourceLedger[] {
  const written = Object.keys(pool.resources).length > 0;
  const names = new Set(['cpu', 'memory', ...Object.keys(pool.limits).sort()]);
  for (const name of Object.keys(pool.resources).sort()) {
    // Extended resources only; vpc.amazonaws.com/pod-eni is not a capacity that
    // users plan.
    if (name.includes('/') && !name.startsWith('vpc.amazonaws.com/')) {
      names.add(name);
    }
  }
  return [...names].map(resource => ({
    resource,
    limit: numberOf(pool.limits[resource]),
    provisioned: written
      ? provisionedOf(look, pool, resource)
      : unknownMeasure(noPoolStatus),
    requested: requestedInPool(look, pool.name, resource),
  }));
}

function provisionedOf(
  look: Look,
  pool: NodePoolFacts,
  resource: string,
): Measure {
  const text = pool.resources[resource];
  // A written status omits an extended resource that no node has.
  const value = text === undefined ? 0 : numberOf(text);
  return value === undefined
    ? unknownMeasure(`status.resources.${resource} is not a quantity: ${text}`)
    : ofPools(look, value);
}

/** Karpenter defaults to on-demand when a pool has no requirement. */
function capacityTypes(pool: NodePoolFacts): string[] {
  const requirement = pool.requirements.find(
    one => one.key === 'karpenter.sh/capacity-type',
  );
  if (requirement?.operator === 'In') {
    return requirement.values;
  }
  if (requirement?.operator === 'NotIn') {
    return allCapacityTypes.filter(type => !requirement.values.includes(type));
  }
  return requirement ? allCapacityTypes : ['on-demand'];
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : quantityToNumber(text);
}

function ofPools(look: Look, value: number): Measure {
  const { nodepools } = look.snapshot.resources;
  return measured([['nodepools', nodepools]], () => value);
}
