import { Machine } from '../model/Machine';
import { PodModel } from '../model/Workload';
import { EventSubject, EventText } from '../render/eventObjects';

/** A pod as the subject of Events. */
export function podSubject(pod: PodModel): EventSubject {
  const { name, namespace, uid } = pod;
  return { apiVersion: 'v1', kind: 'Pod', name, namespace, uid };
}

/** A machine's Node as the subject of Events. */
export function nodeSubject(machine: Machine): EventSubject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    name: machine.nodeName,
    uid: machine.uids.node,
  };
}

/** A machine's NodeClaim as the subject of Events. */
export function claimSubject(name: string, uid: string): EventSubject {
  return { apiVersion: 'karpenter.sh/v1', kind: 'NodeClaim', name, uid };
}

/** What is told of a claim and of its node at the same time. */
export interface EventPair {
  claim: EventText;
  node: EventText;
}
