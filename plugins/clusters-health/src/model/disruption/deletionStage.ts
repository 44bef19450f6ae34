import type { ClusterState } from '../ClusterState';
import { conditionOf, type NodeClaimFacts } from '../../kinds';
import { attachedVolumes } from './attachedVolumes';
import { podsToEvict } from './drainBlockers';

/**
 * How far the deletion of a node has come. Karpenter evicts the pods
 * (`draining`), waits until their volumes are detached (`volumes`), terminates
 * the instance (`terminating`), and then removes its finalizer. `emptied`: no
 * pod is left to evict, and Karpenter before 1.6 does not report the later
 * stages.
 */
export type DeletionStage = 'draining' | 'volumes' | 'terminating' | 'emptied';

/**
 * Reads the stage from the conditions of the NodeClaim, else from the pods of
 * the node.
 */
export function deletionStage(
  cluster: ClusterState,
  claim: NodeClaimFacts,
): DeletionStage {
  const status = (type: string) => conditionOf(claim, type)?.status;
  const drained = status('Drained');
  const volumes = status('VolumesDetached');
  if (status('InstanceTerminating') === 'True') {
    return 'terminating';
  }
  if (drained === 'True') {
    // False: the grace period is over, and Karpenter no longer waits for the
    // volumes.
    return volumes === 'Unknown' ? 'volumes' : 'terminating';
  }
  return drained === undefined && isEmpty(cluster, claim)
    ? emptiedStage(cluster, claim)
    : 'draining';
}

/** Without these conditions, the attached volumes show the present stage. */
function emptiedStage(
  cluster: ClusterState,
  { name, nodeName = name }: NodeClaimFacts,
): DeletionStage {
  const volumes = attachedVolumes(cluster, nodeName);
  return volumes && volumes.length > 0 ? 'volumes' : 'emptied';
}

function isEmpty(cluster: ClusterState, { nodeName }: NodeClaimFacts): boolean {
  return (
    cluster.ok('pods') &&
    (nodeName === undefined || podsToEvict(cluster, nodeName).length === 0)
  );
}
