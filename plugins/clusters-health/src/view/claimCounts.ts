import type { NodeStage } from '@clusterworks/plugin-clusters-common';
import { claimStage } from './claimStage';
import type { Look } from './Look';

/** NodeClaims of a pool by stage; `undefined` when NodeClaims were not read. */
export function claimCounts(
  look: Look,
  pool: string,
): Record<NodeStage, number> | undefined {
  if (look.snapshot.resources.nodeclaims.state !== 'ok') {
    return undefined;
  }
  const counts = {
    launching: 0,
    registering: 0,
    network: 0,
    initializing: 0,
    ready: 0,
    draining: 0,
  };
  for (const claim of look.index.claimsByPool().get(pool) ?? []) {
    const node = look.index.nodeByName().get(claim.nodeName ?? '');
    counts[claimStage(claim, node, look.index.ciliumTaintKey()).stage] += 1;
  }
  return counts;
}
