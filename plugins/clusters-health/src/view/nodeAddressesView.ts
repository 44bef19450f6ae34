import type {
  Measure,
  NodeAddressesView,
} from '@clusterworks/plugin-clusters-common';
import type { EniNode } from '../model/addresses';
import { nodeCapacity, nodeDemand, reportsUse } from '../model/addresses';
import type { CiliumNodeFacts } from '../kinds';
import { timeView } from './conditionView';
import type { Look } from './Look';
import { atLeast, ofState, unknownMeasure } from './measures';
import { noLimits, noUse } from './unknownReasons';

/** The addresses of one node; each number has its certainty. */
export function nodeAddressesView(
  look: Look,
  node: EniNode,
): NodeAddressesView {
  const demand = nodeDemand(node);
  const limits = look.limits(node.instanceType ?? '');
  const capacity = limits && nodeCapacity(node, limits, look.eniMode);
  const use = reportsUse(node);
  const unseen = unknownMeasure(noUse);
  return {
    node: node.name,
    zone: node.zone,
    instanceType: node.instanceType,
    used: use ? seen(look, demand.used) : unseen,
    allocated: seen(look, demand.allocated),
    capacity: capacityMeasure(look, node, capacity?.addresses),
    warm: use ? seen(look, demand.available) : unseen,
    prefixes: capacity?.prefixes,
    releasing: node.releasing || undefined,
    ...factsOf(look.index.ciliumNodeByName().get(node.name)),
  };
}

/** What only its CiliumNode says. */
function factsOf(
  facts: CiliumNodeFacts | undefined,
): Pick<NodeAddressesView, 'createdAt' | 'error' | 'interfaces'> {
  return facts
    ? {
        createdAt: timeView(facts.createdAt),
        error: facts.operatorError,
        interfaces: facts.hasStatus
          ? facts.enis.map(eni => ({
              id: eni.id,
              subnetId: eni.subnetId,
              addresses: eni.addresses,
              // Since 1.20, Cilium gives only the number of the whole node.
              used: facts.used ? eni.used : undefined,
              prefixes: eni.prefixes,
            }))
          : undefined,
      }
    : {};
}

/**
 * The maximum of addresses for the node. When a node has more than the table of
 * instance types allows, the table is wrong for this node, and the node's own
 * number is a lower bound.
 */
function capacityMeasure(
  look: Look,
  node: EniNode,
  capacity: number | undefined,
): Measure {
  if (capacity === undefined) {
    return unknownMeasure(noLimits(node.instanceType));
  }
  return node.pool > capacity ? atLeast(node.pool) : seen(look, capacity);
}

/**
 * The number of one node, which does not depend on whether other nodes could be
 * read.
 */
function seen(look: Look, value: number): Measure {
  return ofState('ciliumnodes', look.snapshot.resources.ciliumnodes, value);
}
