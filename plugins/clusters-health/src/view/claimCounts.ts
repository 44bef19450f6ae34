import { NodePoolView } from '@clusterworks/plugin-clusters-common';
import { claimStage } from './claimStage';
import { Look } from './Look';

/**
 * NodeClaims of a pool by stage; `undefined` when NodeClaims were not read.
 * A node that waits for its network counts as initializing.
 */
export function claimCounts(
  look: Look,
  pool: string,
): NodePoolView['nodeClaims'] {
  if (look.snapshot.resources.nodeclaims.state !== 'ok') {
    return undefined;
  }
  const counts = {
    launching: 0,
    registering: 0,
    initializing: 0,
    ready: 0,
    deleting: 0,
  };
  for (const claim of look.index.claimsByPool().get(pool) ?? []) {
    const node = look.index.nodeByName().get(claim.nodeName ?? '');
    const { stage } = claimStage(claim, node);
    counts[stage === 'network' ? 'initializing' : stage] += 1;
  }
  return counts;
}
