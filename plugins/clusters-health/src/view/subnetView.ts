import type {
  Measure,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import type { EniNode, SubnetLedger } from '../model/addresses';
import {
  nodeDemand,
  reportsUse,
  subnetLedgers,
  subnetRunwayNodes,
} from '../model/addresses';
import { isRefused, nodeNetwork, subnetOf } from '../model/cilium/nodeNetwork';
import { MINUTE } from '../model/durations';
import type { CiliumNodeFacts } from '../kinds';
import type { Look } from './Look';
import { boundOf, exact, isShown, ofState, unknownMeasure } from './measures';
import { noUseBySubnet, oneLook, refusedNodes } from './unknownReasons';
import { addTo } from '../model/addTo';

/**
 * A new node gets its addresses within seconds; after this time, EC2 has
 * refused them.
 */
const REFUSED_AFTER = 5 * MINUTE;

/** Addresses by subnet, from the interfaces of the cluster's own nodes. */
export function subnetViews(
  look: Look,
  nodes: readonly EniNode[],
): SubnetAddressesView[] {
  const refused = refusedBySubnet(look);
  const byName = new Map(nodes.map(node => [node.name, node]));
  const facts = look.index.ciliumNodeByName();
  return subnetLedgers(nodes).map(ledger =>
    subnetView(
      look,
      ledger,
      ledger.nodes.map(name => usedBy(name, ledger, byName, facts)),
      refused.get(ledger.subnetId) ?? [],
    ),
  );
}

function subnetView(
  look: Look,
  ledger: SubnetLedger,
  usedByNode: readonly (number | undefined)[],
  refused: string[],
): SubnetAddressesView {
  const used = sumOf(usedByNode);
  const { ciliumnodes } = look.snapshot.resources;
  const seen = (value: number) => ofState('ciliumnodes', ciliumnodes, value);
  const noUse = unknownMeasure(noUseBySubnet);
  const noBlock = unknownMeasure({
    reason: 'the block of the subnet is not known',
    code: 'noBlock',
  });
  const blocked = `EC2 gives ${refused.length} of its nodes no address`;
  // Other users of the subnet are not visible, so all numbers of free addresses
  // are upper bounds.
  const left = (value: number | undefined): Measure => {
    if (refused.length > 0) {
      return unknownMeasure(refusedNodes(refused.length, blocked));
    }
    return value === undefined
      ? noBlock
      : boundOf('ciliumnodes', ciliumnodes, value);
  };
  return {
    subnetId: ledger.subnetId,
    cidr: ledger.cidr,
    zone: ledger.zone,
    nodes: ledger.nodes.length,
    byNode: ledger.nodes.map((node, index) => ({
      node,
      held: ledger.heldByNode[index],
      own: ledger.ownByNode[index],
      used: usedByNode[index],
    })),
    usable: ledger.usable === undefined ? noBlock : exact(ledger.usable),
    used: used === undefined ? noUse : seen(used),
    // The addresses of the interfaces themselves are for no pod.
    warm:
      used === undefined
        ? noUse
        : seen(
            Math.max(0, ledger.held - (sumOf(ledger.ownByNode) ?? 0) - used),
          ),
    room: {
      addresses: left(ledger.freeAtMost),
      nodes: left(subnetRunwayNodes(ledger)),
      hours: unknownMeasure(oneLook),
    },
    refused:
      refused.length > 0
        ? {
            nodes: refused,
            text: `${blocked}: the subnet is full, or the operator may not create or fill interfaces`,
          }
        : undefined,
  };
}

function sumOf(values: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    if (value === undefined) {
      return undefined;
    }
    sum += value;
  }
  return sum;
}

/**
 * Addresses of a subnet that a node uses. Up to 1.19, Cilium lists each used
 * address; from 1.20 on, it gives only the number per node, which cannot be
 * split for a node with interfaces in several subnets.
 */
function usedBy(
  name: string,
  { subnetId }: SubnetLedger,
  nodes: ReadonlyMap<string, EniNode>,
  facts: ReadonlyMap<string, CiliumNodeFacts>,
): number | undefined {
  const node = nodes.get(name);
  const fact = facts.get(name);
  if (!node || !fact || !reportsUse(node)) {
    return undefined;
  }
  const subnets = new Set(node.interfaces.map(eni => eni.subnetId));
  if (subnets.size === 1) {
    return nodeDemand(node).used;
  }
  return fact.used !== undefined && fact.used > 0
    ? listedIn(fact, subnetId)
    : undefined;
}

function listedIn(node: CiliumNodeFacts, subnetId: string): number {
  return node.enis
    .filter(eni => eni.subnetId === subnetId)
    .reduce((sum, eni) => sum + eni.used, 0);
}

function refusedBySubnet(look: Look): Map<string, string[]> {
  const refused = new Map<string, string[]>();
  // When nodes cannot be read, a node without an address may well exist.
  const mayExist = (name: string) =>
    !isShown(look.snapshot.resources.nodes) ||
    look.index.nodeByName().has(name);
  for (const node of look.snapshot.resources.ciliumnodes.items) {
    const subnet = subnetOf(node);
    const age = look.now - (node.createdAt ?? look.now);
    const lasts = age >= REFUSED_AFTER && isRefused(nodeNetwork(node));
    if (subnet && lasts && mayExist(node.name)) {
      addTo(refused, subnet, node.name);
    }
  }
  return refused;
}
