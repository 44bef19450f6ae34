import {
  CiliumNodeFacts,
  ConditionFacts,
  conditionOf,
  EventFacts,
  LeaseFacts,
  NodeClaimFacts,
  NodeClassFacts,
  NodeFacts,
  NodePoolFacts,
  PodFacts,
  Snapshot,
  WorkloadFacts,
} from '../kinds';
import { agentSelectsNode } from './agentPlacement';
import { Selected } from './daemonSetSelects';
import { isAutoModeNode, isOwnClaim, isOwnPool } from './ownNodes';
import { versionOfWorkload } from './versions';

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function mapBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): Map<string, T> {
  const result = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) result.set(key, item);
  }
  return result;
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) {
      const group = result.get(key);
      if (group) group.push(item);
      else result.set(key, [item]);
    }
  }
  return result;
}

/** `Kind/namespace/name` or `Kind/name`: key of what an event is about. */
export function eventKey(
  kind: string,
  name: string,
  namespace?: string,
): string {
  return namespace ? `${kind}/${namespace}/${name}` : `${kind}/${name}`;
}

function hasLabel(
  workload: { labels: Record<string, string> },
  key: string,
  value: string,
): boolean {
  return workload.labels[key] === value;
}

/**
 * Look-ups over one snapshot, each built when first asked for, so that a
 * judgement goes through every list a constant number of times.
 */
export class ClusterIndex {
  constructor(private readonly snapshot: Snapshot) {}

  private get all() {
    return this.snapshot.resources;
  }

  readonly nodeByName = lazy(
    (): Map<string, NodeFacts> =>
      mapBy(this.all.nodes.items, node => node.name),
  );

  readonly nodeByProviderId = lazy(
    (): Map<string, NodeFacts> =>
      mapBy(this.all.nodes.items, node => node.providerId),
  );

  readonly poolByName = lazy(
    (): Map<string, NodePoolFacts> =>
      mapBy(this.all.nodepools.items, pool => pool.name),
  );

  readonly classByName = lazy(
    (): Map<string, NodeClassFacts> =>
      mapBy(this.all.ec2nodeclasses.items, nodeClass => nodeClass.name),
  );

  readonly claimByName = lazy(
    (): Map<string, NodeClaimFacts> =>
      mapBy(this.all.nodeclaims.items, claim => claim.name),
  );

  readonly claimByNodeName = lazy(
    (): Map<string, NodeClaimFacts> =>
      mapBy(this.all.nodeclaims.items, claim => claim.nodeName),
  );

  readonly claimByProviderId = lazy(
    (): Map<string, NodeClaimFacts> =>
      mapBy(this.all.nodeclaims.items, claim => claim.providerId),
  );

  readonly claimsByPool = lazy(
    (): Map<string, NodeClaimFacts[]> =>
      groupBy(this.all.nodeclaims.items, claim => poolOf(claim)),
  );

  /** NodePools of Karpenter's own AWS provider: those of EKS Auto Mode are left out. */
  readonly ownPools = lazy((): NodePoolFacts[] =>
    this.all.nodepools.items.filter(isOwnPool),
  );

  /** NodeClaims of Karpenter's own AWS provider. */
  readonly ownClaims = lazy((): NodeClaimFacts[] =>
    this.all.nodeclaims.items.filter(isOwnClaim),
  );

  /** Nodes of Karpenter's own AWS provider, whether or not they have a NodeClaim. */
  readonly ownNodes = lazy((): NodeFacts[] =>
    this.all.nodes.items.filter(node => this.isOwnNode(node)),
  );

  private isOwnNode(node: NodeFacts): boolean {
    const poolName = poolOf(node);
    if (poolName === undefined || isAutoModeNode(node)) return false;
    const claim = this.claimByNodeName().get(node.name);
    if (claim) return isOwnClaim(claim);
    const pool = this.poolByName().get(poolName);
    return !pool || isOwnPool(pool);
  }

  /** Whether Cilium's agent belongs on a node, by the node's name. */
  readonly agentSelects = lazy((): Map<string, Selected> => {
    const agent = this.ciliumAgent();
    const pods = this.ciliumAgentPods();
    return new Map(
      this.all.nodes.items.map(node => [
        node.name,
        agentSelectsNode(agent, node, pods.has(node.name)),
      ]),
    );
  });

  /** Whether Cilium's agent belongs on the node of that name. */
  agentBelongsOn(nodeName: string): Selected {
    const proven = this.ciliumAgentPods().has(nodeName) ? 'yes' : 'unknown';
    return this.agentSelects().get(nodeName) ?? proven;
  }

  readonly ciliumNodeByName = lazy(
    (): Map<string, CiliumNodeFacts> =>
      mapBy(this.all.ciliumnodes.items, node => node.name),
  );

  readonly podByKey = lazy(
    (): Map<string, PodFacts> =>
      mapBy(this.all.pods.items, pod => `${pod.namespace}/${pod.name}`),
  );

  readonly podsByNode = lazy(
    (): Map<string, PodFacts[]> =>
      groupBy(this.all.pods.items, pod => pod.nodeName),
  );

  /** Pods that the scheduler found no node for, DaemonSet and mirror pods left out. */
  readonly waitingPods = lazy((): PodFacts[] =>
    this.all.pods.items.filter(pod => {
      if (pod.nodeName || pod.deletedAt !== undefined) return false;
      if (pod.phase !== undefined && pod.phase !== 'Pending') return false;
      if (pod.owners.some(owner => owner.kind === 'DaemonSet')) return false;
      return unschedulable(pod) !== undefined;
    }),
  );

  /** Events by the object that they are about; those without a name left out. */
  readonly eventsByObject = lazy(
    (): Map<string, EventFacts[]> =>
      groupBy(this.all.events.items, ({ involved }) =>
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
      groupBy(this.all.events.items, event => event.reason),
  );

  /** Karpenter's controller, in whatever namespace it is. */
  readonly karpenter = lazy((): WorkloadFacts | undefined =>
    this.all.deployments.items.find(deployment =>
      hasLabel(deployment, 'app.kubernetes.io/name', 'karpenter'),
    ),
  );

  readonly karpenterPods = lazy((): PodFacts[] =>
    this.all.pods.items.filter(pod =>
      hasLabel(pod, 'app.kubernetes.io/name', 'karpenter'),
    ),
  );

  readonly ciliumAgent = lazy((): WorkloadFacts | undefined =>
    this.all.daemonsets.items.find(
      daemonSet =>
        hasLabel(daemonSet, 'k8s-app', 'cilium') || daemonSet.name === 'cilium',
    ),
  );

  readonly ciliumOperator = lazy((): WorkloadFacts | undefined =>
    this.all.deployments.items.find(
      deployment =>
        hasLabel(deployment, 'io.cilium/app', 'operator') ||
        deployment.name === 'cilium-operator',
    ),
  );

  readonly ciliumOperatorPods = lazy((): PodFacts[] =>
    this.all.pods.items.filter(pod =>
      hasLabel(pod, 'io.cilium/app', 'operator'),
    ),
  );

  /** Agent pods by node. */
  readonly ciliumAgentPods = lazy(
    (): Map<string, PodFacts> =>
      mapBy(
        this.all.pods.items.filter(pod => hasLabel(pod, 'k8s-app', 'cilium')),
        pod => pod.nodeName,
      ),
  );

  /** `cilium-config`, when it was read. */
  readonly ciliumConfig = lazy(
    (): Record<string, string> | undefined =>
      this.all.configmaps.items.find(map => map.name === 'cilium-config')?.data,
  );

  /** Key of Cilium's start-up taint; the default when the config is not known. */
  readonly ciliumTaintKey = lazy(
    (): string =>
      this.ciliumConfig()?.['agent-not-ready-taint-key'] ||
      'node.cilium.io/agent-not-ready',
  );

  readonly leaseByName = lazy(
    (): Map<string, LeaseFacts> =>
      mapBy(this.all.leases.items, lease => lease.name),
  );

  /** Karpenter's version without a leading `v`, from its image or labels. */
  readonly karpenterVersion = lazy((): string | undefined =>
    versionOfWorkload(this.karpenter(), 'controller'),
  );

  /** The Cilium agent's version without a leading `v`. */
  readonly ciliumVersion = lazy((): string | undefined =>
    versionOfWorkload(this.ciliumAgent(), 'cilium-agent'),
  );
}

/** The NodePool that a NodeClaim or Node belongs to. */
export function poolOf(object: {
  labels: Record<string, string>;
}): string | undefined {
  return object.labels['karpenter.sh/nodepool'];
}

/** The condition by which the scheduler says that a pod fits nowhere. */
export function unschedulable(pod: PodFacts): ConditionFacts | undefined {
  const scheduled = conditionOf(pod, 'PodScheduled');
  return scheduled?.status === 'False' && scheduled.reason === 'Unschedulable'
    ? scheduled
    : undefined;
}
