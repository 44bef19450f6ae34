import {
  Measure,
  NodeAddressesView,
} from '@clusterworks/plugin-clusters-common';
import {
  EniNode,
  nodeCapacity,
  nodeDemand,
  reportsUse,
} from '../model/addresses';
import { Look } from './Look';
import { atLeast, ofState, unknownMeasure } from './measures';

/** Addresses of one node; each number with its certainty. */
export function nodeAddressesView(
  look: Look,
  node: EniNode,
): NodeAddressesView {
  const demand = nodeDemand(node);
  const limits = look.limits(node.instanceType ?? '');
  const capacity = limits && nodeCapacity(node, limits, look.eniMode);
  const use = reportsUse(node);
  const noUse = unknownMeasure('the agent has not reported what it uses');
  return {
    node: node.name,
    zone: node.zone,
    instanceType: node.instanceType,
    used: use ? seen(look, demand.used) : noUse,
    allocated: seen(look, demand.allocated),
    capacity: capacityMeasure(look, node, capacity?.addresses),
    warm: use ? seen(look, demand.available) : noUse,
    prefixes: capacity?.prefixes,
  };
}

/**
 * What the node can have at most. A node that has more than the table of
 * instance types allows proves the table wrong for it: then its own number is
 * the lower bound.
 */
function capacityMeasure(
  look: Look,
  node: EniNode,
  capacity: number | undefined,
): Measure {
  if (capacity === undefined) {
    return unknownMeasure(
      node.instanceType
        ? `limits of ${node.instanceType} are not known`
        : 'the instance type is not known',
    );
  }
  return node.pool > capacity ? atLeast(node.pool) : seen(look, capacity);
}

/** Of one node: that others could not be read says nothing about it. */
function seen(look: Look, value: number): Measure {
  return ofState('ciliumnodes', look.snapshot.resources.ciliumnodes, value);
}
