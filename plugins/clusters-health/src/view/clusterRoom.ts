import type {
  Measure,
  Room,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { isEniMode, notEniMode } from '../model/cilium/ciliumSettings';
import type { Look } from './Look';
import { boundOf, isShown, unknownMeasure, whyUnknown } from './measures';

/** Why one look alone cannot say how long something lasts. */
export const NO_HISTORY = 'one look does not show how fast it shrinks';

/**
 * What is left in all subnets that nodes can start in, at most. It is a bound
 * only when each of them is known: a subnet that an EC2NodeClass finds and no
 * node has been seen in may hold any number of addresses.
 *
 * @param subnets - those in which nodes have interfaces
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
  // No node gets an address in a subnet that refuses them: nothing fits there.
  const open = subnets.filter(({ refused }) => refused === undefined);
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
    return boundOf('ciliumnodes', ciliumnodes, total);
  };
  return {
    addresses: sum(room => room.addresses),
    nodes: sum(room => room.nodes),
    hours: unknownMeasure(NO_HISTORY),
  };
}

/** Why nothing can be said of addresses at all, if so. */
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
