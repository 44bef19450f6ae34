import type { EventSubject } from '@clusterworks/kube-fixtures';
import type { Machine } from './Machine';
import type { PodModel } from './PodModel';

/** A pod as the subject of Events. */
export function podSubject({ name, uid, workload }: PodModel): EventSubject {
  const { namespace } = workload;
  return { apiVersion: 'v1', kind: 'Pod', name, namespace, uid };
}

/** A machine's Node as the subject of Events. */
export function nodeSubject({ name, node }: Machine): EventSubject {
  return { apiVersion: 'v1', kind: 'Node', name, uid: node.uid };
}

/** An object of Karpenter's as the subject of Events. */
export function karpenterSubject(
  kind: 'NodeClaim' | 'NodePool' | 'EC2NodeClass',
  { name, uid }: { name: string; uid: string },
): EventSubject {
  const group = kind === 'EC2NodeClass' ? 'karpenter.k8s.aws' : 'karpenter.sh';
  return { apiVersion: `${group}/v1`, kind, name, uid };
}
