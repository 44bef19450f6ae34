/**
 * What it costs to take a zone out of a NodePool: nodes no longer meet its
 * requirements, and volumes stay in their zone.
 */
export const leaveZone =
  'Taking the zone out of the NodePool keeps new nodes out, but Karpenter then replaces the nodes that run there as drifted, and pods with a volume in that zone stay pending';
