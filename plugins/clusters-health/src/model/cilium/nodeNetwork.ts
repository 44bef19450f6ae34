import { defaultPreAllocate } from '../addresses';
import type { CiliumNodeFacts } from '../../kinds';

/**
 * How far Cilium's operator and agent have set up the network of a node:
 *
 * - `up`: the agent has its address
 * - `noStatus`: the operator has not written anything: it is down, hangs, or
 *   EC2 does not answer it
 * - `noAddresses`: the interfaces are known, but EC2 assigned no address
 * - `partialPool`: fewer addresses than the agent needs
 * - `agentWaits`: enough addresses, but the agent did not take one
 * - `instanceGone`: addresses without interfaces: EC2 does not know the instance
 */
export type NodeNetwork =
  | 'up'
  | 'noStatus'
  | 'noAddresses'
  | 'partialPool'
  | 'agentWaits'
  | 'instanceGone';

/** Reads the state of a node's network from its CiliumNode (ENI mode). */
export function nodeNetwork(node: CiliumNodeFacts): NodeNetwork {
  if (node.hasStatus && node.enis.length === 0 && node.pool > 0) {
    return 'instanceGone';
  }
  if (node.ciliumInternalIp && node.pool > 0) {
    return 'up';
  }
  if (node.enis.length === 0) {
    return 'noStatus';
  }
  if (node.pool === 0) {
    return 'noAddresses';
  }
  if (node.pool < (node.preAllocate || defaultPreAllocate)) {
    return 'partialPool';
  }
  return 'agentWaits';
}

/**
 * Whether EC2 refused the operator's request (full subnet or missing IAM
 * permission).
 */
export function isRefused(network: NodeNetwork): boolean {
  return network === 'noAddresses' || network === 'partialPool';
}

/** The subnet from which a node gets its addresses, as far as it is known. */
export function subnetOf(node: CiliumNodeFacts): string | undefined {
  const usable = node.enis.find(
    eni => eni.number >= (node.firstInterfaceIndex ?? 0),
  );
  return usable?.subnetId ?? node.nodeSubnetId ?? node.enis[0]?.subnetId;
}
