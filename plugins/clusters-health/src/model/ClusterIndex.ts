import type {
  CiliumNodeFacts,
  EventFacts,
  LeaseFacts,
  NodeClaimFacts,
  NodeClassFacts,
  NodeFacts,
  NodePoolFacts,
  PodFacts,
  Snapshot,
  VolumeAttachmentFacts,
} from '../kinds';
import { agentSelectsNode } from './agentPlacement';
import { ComponentIndex } from './ComponentIndex';
import type { Selected } from './daemonSetSelects';
import { eventKey } from './eventKey';
import { groupBy, lazy, mapBy } from './lookups';
import { isAutoModeNode, isOwnClaim, isOwnPool } from './ownNodes';
import { poolOf } from './poolOf';
import { unschedulable } from './unschedulable';

/**
 * Look-ups over one snapshot. Each look-up is built on first use, so that an
 * assessment reads every list a constant number of times.
 */
export class ClusterIndex extends ComponentIndex {
  readonly #snapshot: Snapshot;

  constructor(snapshot: Snapshot) {
    super(snapshot);
    this.#snapshot = snapshot;
  }

  get #all() {
    return this.#snapshot.resources;
  }

  readonly nodeByName = lazy(
    (): Map<string, NodeFacts> =>
      mapBy(this.#all.nodes.items, node => node.name),
  );

  readonly nodeByProviderId = lazy(
    (): Map<string, NodeFacts> =>
      mapBy(this.#all.nodes.items, node => node.providerId),
  );

  readonly poolByName = lazy(
    (): Map<string, NodePoolFacts> =>
      mapBy(this.#all.nodepools.items, pool => pool.name),
  );

  readonly classByName = lazy(
    (): Map<string, NodeClassFacts> =>
      mapBy(this.#all.ec2nodeclasses.items, nodeClass => nodeClass.name),
  );

  readonly claimByName = lazy(
    (): Map<string, NodeClaimFacts> =>
      mapBy(this.#all.nodeclaims.items, claim => claim.name),
  );

  readonly claimByNodeName = lazy(
    (): Map<string, NodeClaimFacts> =>
      mapBy(this.#all.nodeclaims.items, claim => claim.nodeName),
  );

  readonly claimByProviderId = lazy(
    (): Map<string, NodeClaimFacts> =>
      mapBy(this.#all.nodeclaims.items, claim => claim.providerId),
  );

  readonly claimsByPool = lazy(
    (): Map<string, NodeClaimFacts[]> =>
      groupBy(this.#all.nodeclaims.items, claim => poolOf(claim)),
  );

  /**
   * NodePools of Karpenter's own AWS provider, without those of EKS Auto Mode.
   */
  readonly ownPools = lazy((): NodePoolFacts[] =>
    this.#all.nodepools.items.filter(isOwnPool),
  );

  /** NodeClaims of Karpenter's own AWS provider. */
  readonly ownClaims = lazy((): NodeClaimFacts[] =>
    this.#all.nodeclaims.items.filter(isOwnClaim),
  );

  /** Nodes of Karpenter's own AWS provider, whether or not they have a NodeClaim. */
  readonly ownNodes = lazy((): NodeFacts[] =>
    this.#all.nodes.items.filter(node => this.#isOwnNode(node)),
  );

  #isOwnNode(node: NodeFacts): boolean {
    const poolName = poolOf(node);
    if (poolName === undefined || isAutoModeNode(node)) {
      return false;
    }
    const claim = this.claimByNodeName().get(node.name);
    if (claim) {
      return isOwnClaim(claim);
    }
    const pool = this.poolByName().get(poolName);
    return !pool || isOwnPool(pool);
  }

  /** For each node, by name, whether Cilium's agent belongs on that node. */
  readonly agentSelects = lazy((): Map<string, Selected> => {
    const agent = this.ciliumAgent();
    const pods = this.ciliumAgentPods();
    return new Map(
      this.#all.nodes.items.map(node => [
        node.name,
        agentSelectsNode(agent, node, pods.has(node.name)),
      ]),
    );
  });

  /** Whether Cilium's agent belongs on the node with the given name. */
  agentBelongsOn(nodeName: string): Selected {
    const proven = this.ciliumAgentPods().has(nodeName) ? 'yes' : 'unknown';
    return this.agentSelects().get(nodeName) ?? proven;
  }

  readonly ciliumNodeByName = lazy(
    (): Map<string, CiliumNodeFacts> =>
      mapBy(this.#all.ciliumnodes.items, node => node.name),
  );

  readonly attachmentsByNode = lazy(
    (): Map<string, VolumeAttachmentFacts[]> =>
      groupBy(this.#all.volumeattachments.items, ({ nodeName }) => nodeName),
  );

  readonly podByKey = lazy(
    (): Map<string, PodFacts> =>
      mapBy(this.#all.pods.items, pod => `${pod.namespace}/${pod.name}`),
  );

  readonly podsByNode = lazy(
    (): Map<string, PodFacts[]> =>
      groupBy(this.#all.pods.items, pod => pod.nodeName),
  );

  /**
   * Pods for which the scheduler found no node, without DaemonSet pods and
   * mirror pods.
   */
  readonly waitingPods = lazy((): PodFacts[] =>
    this.#all.pods.items.filter(pod => {
      if (pod.nodeName || pod.deletedAt !== undefined) {
        return false;
      }
      if (pod.phase !== undefined && pod.phase !== 'Pending') {
        return false;
      }
      if (pod.owners.some(owner => owner.kind === 'DaemonSet')) {
        return false;
      }
      return unschedulable(pod) !== undefined;
    }),
  );

  /**
   * Events by the object that they are about; events without an object name are
   * left out.
   */
  readonly eventsByObject = lazy(
    (): Map<string, EventFacts[]> =>
      groupBy(this.#all.events.items, ({ involved }) =>
        involved.name
          ? eventKey(
              involved.kind ?? '',
              involved.name,
              involved.kind === 'Pod' ? involved.namespace : undefined,
            )
          : undefined,
      ),
  );

  readonly eventsByReason = lazy(
    (): Map<string, EventFacts[]> =>
      groupBy(this.#all.events.items, event => event.reason),
  );

  readonly leaseByName = lazy(
    (): Map<string, LeaseFacts> =>
      mapBy(this.#all.leases.items, lease => lease.name),
  );
}
