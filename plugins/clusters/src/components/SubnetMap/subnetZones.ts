import type {
  NodeAddressesView,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { measureNumber } from '../../format';

/** More nodes than this are counted; those that use most of theirs are drawn. */
export const MOST_CELLS = 240;

/** A node in one subnet; numbers are absent where they are not known. */
export type SubnetCell = {
  node: string;
  /** Addresses that its interfaces hold here. */
  held: number;
  used?: number;
  /** Those of its interfaces themselves, which no pod gets. */
  own: number;
  /** Held for pods and not used. */
  warm?: number;
  /** What its interfaces can still take. */
  left?: number;
  /** It asks EC2 for addresses and gets none. */
  isRefused: boolean;
};

/** A subnet and its nodes, as the map draws them. */
export type SubnetRow = {
  subnet: SubnetAddressesView;
  cells: SubnetCell[];
  /** Nodes that are not drawn. */
  others: number;
};

/** The subnets of one availability zone. */
export type SubnetZone = { zone: string | undefined; rows: SubnetRow[] };

/**
 * What is wrong with a subnet. One that gives no addresses may have many left:
 * the operator may lack the right to take them.
 */
export function subnetTrouble({
  room,
  refused,
}: SubnetAddressesView): 'full' | 'givesNone' | undefined {
  const { addresses } = room;
  if (addresses.certainty === 'exact' && addresses.value === 0) {
    return 'full';
  }
  return refused ? 'givesNone' : undefined;
}

/** The share of its addresses that a node has in use; 0 when not known. */
const fullness = ({ used = 0, held, left = 0 }: SubnetCell) =>
  held + left > 0 ? used / (held + left) : 0;

function cellsOf(
  subnet: SubnetAddressesView,
  nodes: ReadonlyMap<string, NodeAddressesView>,
): SubnetCell[] {
  const refused = new Set(subnet.refused?.nodes);
  return (subnet.byNode ?? []).map(({ node, held, own, used }) => {
    const view = nodes.get(node);
    // With a bound of what it can have, what is left is not known.
    const capacity =
      view?.capacity.certainty === 'exact' ? view.capacity.value : undefined;
    const allocated = view && measureNumber(view.allocated);
    return {
      ...{ node, held, own, used, isRefused: refused.has(node) },
      warm: used === undefined ? undefined : Math.max(0, held - own - used),
      left:
        capacity === undefined || allocated === undefined
          ? undefined
          : Math.max(0, capacity - allocated),
    };
  });
}

function fullest(cells: readonly SubnetCell[]): SubnetCell[] {
  if (cells.length <= MOST_CELLS) {
    return [...cells];
  }
  const chosen = new Set(
    [...cells]
      .sort(
        (a, b) =>
          Number(b.isRefused) - Number(a.isRefused) ||
          fullness(b) - fullness(a),
      )
      .slice(0, MOST_CELLS),
  );
  // The order of names stays, so that nothing jumps.
  return cells.filter(cell => chosen.has(cell));
}

/** Zones, in them subnets, in them nodes: all sorted by name. */
export function subnetZones(
  subnets: readonly SubnetAddressesView[],
  nodes: readonly NodeAddressesView[],
): SubnetZone[] {
  const byName = new Map(nodes.map(node => [node.node, node]));
  const byZone = new Map<string | undefined, SubnetRow[]>();
  for (const subnet of subnets) {
    const all = cellsOf(subnet, byName);
    const cells = fullest(all);
    const rows = byZone.get(subnet.zone) ?? [];
    rows.push({ subnet, cells, others: all.length - cells.length });
    byZone.set(subnet.zone, rows);
  }
  return [...byZone]
    .map(([zone, rows]) => ({ zone, rows }))
    .sort((a, b) => (a.zone ?? '').localeCompare(b.zone ?? ''));
}
