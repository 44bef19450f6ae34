import {
  type EventFacts,
  type EventSubject,
  type EventText,
  karpenterEvent,
  kubeletEvent,
  type KubeObject,
} from '@clusterworks/kube-fixtures';
import { nameEnd } from './hexId';
import type { Machine } from './Machine';

/** The NodeClaim of a machine, as Events name it. */
export function claimOf({ claimName }: Machine): EventSubject {
  return { apiVersion: 'karpenter.sh/v1', kind: 'NodeClaim', name: claimName };
}

/** A NodePool, as Events name it. */
export function poolNamed(name: string): EventSubject {
  return { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', name };
}

/** The Node of a machine, as Events name it. */
export function nodeOf({ nodeName }: Machine): EventSubject {
  return { apiVersion: 'v1', kind: 'Node', name: nodeName };
}

/** A Pod, as Events name it. */
export function podNamed(name: string, namespace: string): EventSubject {
  return { apiVersion: 'v1', kind: 'Pod', name, namespace };
}

/**
 * An Event of Karpenter, once for the NodeClaim and once for the Node of a
 * machine.
 */
export function saidOfBoth(
  machine: Machine,
  text: EventText,
  facts: EventFacts,
): KubeObject[] {
  return [claimOf(machine), nodeOf(machine)].map(subject =>
    karpenterEvent(subject, text, facts),
  );
}

/** The repeated Event of a kubelet for a pod that gets no network. */
export function sandboxFailure(
  pod: string,
  namespace: string,
  why: string,
  facts: EventFacts,
): KubeObject {
  return kubeletEvent(
    podNamed(pod, namespace),
    {
      reason: 'FailedCreatePodSandBox',
      message: `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "5b1d0c7e": plugin type="cilium-cni" name="cilium" failed (add): ${why}`,
    },
    facts,
  );
}

/** The Event of a kubelet between two crashes of a container (back-off). */
export function backOff(
  pod: string,
  namespace: string,
  container: string,
  facts: EventFacts,
): KubeObject {
  return kubeletEvent(
    podNamed(pod, namespace),
    {
      reason: 'BackOff',
      message: `Back-off restarting failed container ${container} in pod ${pod}_${namespace}`,
    },
    facts,
  );
}

/** A NodeClaim that no longer exists, so that only Events name it. */
export function lostClaim(
  pool: string,
  index: number,
): EventSubject & { name: string } {
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodeClaim',
    name: `${pool}-${nameEnd(`lost/${index}`)}`,
  };
}

/** The Events that remain of a NodeClaim whose launch EC2 refused. */
export function launchRefused(
  pool: string,
  index: number,
  why: string,
  at: string,
): KubeObject {
  const claim = lostClaim(pool, index);
  return karpenterEvent(
    claim,
    {
      reason: 'InsufficientCapacityError',
      message: `NodeClaim ${claim.name} event: creating instance, insufficient capacity, with fleet error(s), ${why}`,
    },
    { at },
  );
}
