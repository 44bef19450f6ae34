import type {
  Measure,
  Room,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { isEniMode, notEniMode } from '../model/cilium/ciliumSettings';
import type { Look } from './Look';
import { boundOf, isShown, unknownMeasure, whyUnknown } from './measures';

/** Why one look alone cannot show how long the free addresses last. */
export const NO_HISTORY = 'one look does not show how fast it shrinks';

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
  const reason = noAddresses(look) ?? unseenSubnet(look, subnets ?? []);
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
      ? unknownMeasure(shut.text)
      : boundOf('ciliumnodes', ciliumnodes, total);
  };
  return {
    addresses: sum(room => room.addresses),
    nodes: sum(room => room.nodes),
    hours: unknownMeasure(NO_HISTORY),
  };
}

/** Why the number of free addresses is unknown; undefined when it is known. */
export function noAddresses(look: Look): string | undefined {
  const { ciliumnodes } = look.snapshot.resources;
  if (!isShown(ciliumnodes)) {
    return whyUnknown('ciliumnodes', ciliumnodes);
  }
  if (ciliumnodes.items.length === 0) {
    return ciliumnodes.state === 'ok'
      ? 'there are no CiliumNodes'
      : whyUnknown('ciliumnodes', ciliumnodes);
  }
  return isEniMode(look.cluster) ? undefined : notEniMode(look.cluster);
}

function unseenSubnet(
  look: Look,
  subnets: readonly SubnetAddressesView[],
): string | undefined {
  const { ec2nodeclasses } = look.snapshot.resources;
  if (!isShown(ec2nodeclasses) && ec2nodeclasses.state !== 'notInstalled') {
    return whyUnknown('ec2nodeclasses', ec2nodeclasses);
  }
  const seen = new Set(subnets.map(({ subnetId }) => subnetId));
  const unseen = ec2nodeclasses.items
    .flatMap(nodeClass => nodeClass.subnets)
    .find(({ id }) => !seen.has(id));
  if (unseen) {
    const zone = unseen.zone ? ` (${unseen.zone})` : '';
    return `no node shows how large subnet ${unseen.id}${zone} is`;
  }
  return subnets.length > 0 ? undefined : 'no node shows its subnet';
}
