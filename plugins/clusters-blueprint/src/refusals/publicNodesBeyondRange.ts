import {
  cidrContains,
  formatCidr,
  formatSpecPath,
  parseCidr,
  privateRangeOf,
} from '@clusterworks/plugin-clusters-spec';
import type { NewClusterRule } from './NewClusterIssue';

/**
 * Pods on public nodes are masqueraded, except to the private range of the
 * VPC: Cilium knows one such range. In a secondary range outside of it, other
 * pods would see the node's address instead of the pod's, and network
 * policies, which match the source address, would treat the pods as nodes.
 */
export const publicNodesBeyondRange: NewClusterRule = ({ spec }) => {
  const { vpcCidr, secondaryCidrs, nodesInPublicSubnets } = spec.network;
  const range = privateRangeOf(parseCidr(vpcCidr));
  return secondaryCidrs.flatMap((cidr, index) =>
    nodesInPublicSubnets && range && !cidrContains(range, parseCidr(cidr))
      ? {
          code: 'public-nodes-masquerade-pods',
          path: formatSpecPath(['spec', 'network', 'secondaryCidrs', index]),
          message: `"${cidr}" lies outside of ${formatCidr(
            range,
          )}, the one range to which pods on public nodes keep their addresses: take a range within it, or private subnets for the nodes`,
        }
      : [],
  );
};
