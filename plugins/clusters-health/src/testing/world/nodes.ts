import * as kube from '@clusterworks/kube-fixtures';
import type { Json } from './merge';

/** The node of `nodeClaim(claim)`, Ready. */
export function node(claim = 'general-1', change: Json = {}): Json {
  return kube.node(`node-${claim}`, {
    instance: kube.instance(claim),
    claim: { name: claim, uid: `claim-${claim}` },
    ...change,
  });
}

/** The CiliumNode of `node(claim)`, with addresses. */
export function ciliumNode(claim = 'general-1', change: Json = {}): Json {
  return kube.ciliumNode(`node-${claim}`, {
    instance: kube.instance(claim),
    enis: kube.enis([10]).map(eni => ({ ...eni, id: `eni-of-${claim}` })),
    used: 2,
    ...change,
  });
}
