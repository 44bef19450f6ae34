import type { NodeClaimFacts } from '../kinds';
import { conditionOf } from '../kinds';
import type { ClusterState } from './ClusterState';

const NO_CNI =
  /cni plugin not initialized|NetworkPluginNotReady|network is not ready/i;

/** Whether a NodeClaim waits for Cilium and not for another startup step. */
export function isWaitingForCni(
  cluster: ClusterState,
  claim: NodeClaimFacts,
): boolean {
  const { index } = cluster;
  const initialized = conditionOf(claim, 'Initialized');
  if (initialized?.reason === 'StartupTaintsExist') {
    return (initialized.message ?? '').includes(index.ciliumTaintKey());
  }
  const node = index.nodeByName().get(claim.nodeName ?? '');
  const ready = node && conditionOf(node, 'Ready');
  return (
    initialized?.reason === 'NodeNotReady' &&
    ready?.status !== 'True' &&
    NO_CNI.test(ready?.message ?? '')
  );
}
