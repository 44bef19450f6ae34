import type {
  Measure,
  Room,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { isEniMode } from '../model/cilium/ciliumSettings';
import type { Look } from './Look';
import { boundOf, isShown, unknownMeasure } from './measures';
import {
  ofSource,
  oneLook,
  otherMode,
  refusedNodes,
  type UnknownReason,
  unseenSubnet,
} from './unknownReasons';

/**
 * An upper bound of the free addresses in all subnets in which nodes can start.
 * The number is a bound only when each of these subnets is known: a subnet that
 * an EC2NodeClass selects and in which no node was seen may have any number of
 * addresses.
 *
 * @param subnets - the subnets in which nodes have interfaces
 */
export function clusterRoom(
  look: Look,
  subnets: readonly SubnetAddressesView[] | undefined,
): Room {
  const reason = noAddresses(look) ?? whySubnetsUnseen(look, subnets ?? []);
  if (reason !== undefined || !subnets) {
    const none = unknownMeasure(reason ?? 'subnets are not known');
    return { addresses: none, nodes: none, hours: none };
  }
  // A node gets no address in a subnet that refuses them, so no node fits
  // there now.
  const open = subnets.filter(({ refused }) => refused === undefined);
  const shut = subnets.find(({ refused }) => refused)?.refused;
  const { ciliumnodes } = look.snapshot.resources;
  const sum = (of: (room: Room) => Measure): Measure => {
    let total = 0;
    for (const { room } of open) {
      const part = of(room);
      if (part.certainty === 'unknown') {
        return part;
      }
      total += part.value;
    }
    // It may still hold many: the operator may only lack the right to take them.
    return total === 0 && shut
      ? unknownMeasure(refusedNodes(shut.nodes.length, shut.text))
      : boundOf('ciliumnodes', ciliumnodes, total);
  };
  return {
    addresses: sum(room => room.addresses),
    nodes: sum(room => room.nodes),
    hours: unknownMeasure(oneLook),
  };
}

/** Why the number of free addresses is unknown; undefined when it is known. */
export function noAddresses(look: Look): UnknownReason | undefined {
  const { ciliumnodes } = look.snapshot.resources;
  if (!isShown(ciliumnodes)) {
    return ofSource('ciliumnodes', ciliumnodes.state);
  }
  if (ciliumnodes.items.length === 0) {
    return ciliumnodes.state === 'ok'
      ? { reason: 'there are no CiliumNodes', code: 'noCiliumNodes' }
      : ofSource('ciliumnodes', ciliumnodes.state);
  }
  return isEniMode(look.cluster) ? undefined : otherMode(look.cluster);
}

function whySubnetsUnseen(
  look: Look,
  subnets: readonly SubnetAddressesView[],
): UnknownReason | undefined {
  const { ec2nodeclasses } = look.snapshot.resources;
  if (!isShown(ec2nodeclasses) && ec2nodeclasses.state !== 'notInstalled') {
    return ofSource('ec2nodeclasses', ec2nodeclasses.state);
  }
  const seen = new Set(subnets.map(({ subnetId }) => subnetId));
  const unseen = ec2nodeclasses.items
    .flatMap(nodeClass => nodeClass.subnets)
    .find(({ id }) => !seen.has(id));
  if (unseen) {
    return unseenSubnet(unseen.id, unseen.zone);
  }
  return subnets.length > 0
    ? undefined
    : { reason: 'no node shows its subnet', code: 'noSubnet' };
}
