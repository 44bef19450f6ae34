import {
  capacityKi,
  ciliumEndpoint,
  ciliumNode,
  daemonSet,
  deployment,
  type KubeObject,
  kubeTime,
  node,
  nodeClaim,
  nodePool,
  type NodePoolFacts,
  pod as podObject,
  type PoolUsage,
  replicaSet,
} from '@clusterworks/kube-fixtures';
import type { ObjectStore } from '@clusterworks/kube-simulator';
import type { WorldPlan } from '../plan/WorldPlan';
import type { Random } from '../time/Random';
import type { Timeline } from '../time/Timeline';
import { Addresses } from './Addresses';
import { EventLog } from './EventLog';
import type { Machine } from './Machine';
import type { LiveWorkload, PodModel } from './PodModel';

/**
 * The JSON of an object without its metadata other than labels, which tells
 * whether the object has changed.
 */
function essence({ metadata, ...rest }: KubeObject): string {
  return JSON.stringify([metadata.labels, rest]);
}

/** The state of one cluster, and how it is written as objects. */
export class ClusterState {
  readonly machines = new Set<Machine>();
  readonly pods = new Set<PodModel>();
  readonly workloads = new Map<string, LiveWorkload>();
  readonly pools = new Map<
    string,
    NodePoolFacts & {
      uid: string;
      metadata: { labels: Record<string, string> };
    }
  >();
  readonly addresses: Addresses;
  readonly events: EventLog;

  constructor(
    readonly plan: WorldPlan,
    readonly store: ObjectStore,
    readonly timeline: Timeline,
    readonly random: Random,
  ) {
    this.addresses = new Addresses(plan, random);
    this.events = new EventLog(store, timeline, random);
  }

  /** Now, as Kubernetes writes it. */
  get stamp(): string {
    return kubeTime(this.timeline.now);
  }

  podsOf(workload: LiveWorkload): PodModel[] {
    return [...this.pods].filter(pod => pod.workload === workload);
  }

  podsOn(machine: Machine): PodModel[] {
    return [...this.pods].filter(pod => pod.machine === machine);
  }

  /** Writes the NodeClaim, Node and CiliumNode of a machine. */
  publishMachine(machine: Machine): void {
    const { claim } = machine;
    if (claim) {
      this.store.apply(nodeClaim(claim.name, claim));
    }
    this.publishNode(machine);
    this.publishCiliumNode(machine);
    if (claim) {
      this.publishPool(claim.pool.name);
    }
  }

  /** Writes only the Node, as a kubelet's heartbeat does. */
  publishNode(machine: Machine): void {
    if (machine.node.registeredAt) {
      this.store.apply(node(machine.name, machine.node));
    }
  }

  /** Writes only the CiliumNode. */
  publishCiliumNode({ name, cilium, node: { initialized } }: Machine): void {
    if (cilium.stage) {
      this.store.apply(ciliumNode(name, { ...cilium, initialized }));
    }
  }

  publishPool(name: string): void {
    const facts = this.pools.get(name);
    if (facts) {
      this.#write(nodePool(name, { ...facts, usage: this.usage(name) }));
    }
  }

  publishPod(pod: PodModel): void {
    const { name, ip, uid, workload, machine } = pod;
    this.store.apply(podObject(name, pod));
    if (ip && pod.startedAt && !pod.deletedAt) {
      this.#write(
        ciliumEndpoint(name, {
          namespace: workload.namespace,
          podUid: uid,
          createdAt: pod.startedAt,
          id: pod.endpointId,
          identity:
            10_000 +
            (workload.name.length % 50) * 100 +
            workload.namespace.length,
          ip,
          hostIp: machine?.instance.ip,
        }),
      );
    }
  }

  publishWorkload(workload: LiveWorkload): void {
    const present = this.podsOf(workload).filter(pod => !pod.deletedAt);
    const counts = {
      ready: present.filter(pod => pod.ready).length,
      availableSince: workload.availableSince,
    };
    if (workload.kind === 'DaemonSet') {
      const scheduled = present.filter(pod => pod.machine).length;
      this.#write(daemonSet(workload, { ...counts, scheduled }));
    } else {
      const scheduled = present.length;
      this.#write(deployment(workload, { ...counts, scheduled }));
      this.#write(replicaSet(workload, { ...counts, scheduled }));
    }
  }

  /** Removes everything of a machine that has ended. */
  removeMachine(machine: Machine): void {
    const { name, claim } = machine;
    this.machines.delete(machine);
    this.addresses.terminate(machine);
    this.#remove('v1', 'Node', name);
    this.#remove('cilium.io/v2', 'CiliumNode', name);
    this.#remove('coordination.k8s.io/v1', 'Lease', name, 'kube-node-lease');
    if (claim) {
      this.#remove('karpenter.sh/v1', 'NodeClaim', claim.name);
      this.publishPool(claim.pool.name);
    }
  }

  removePod(pod: PodModel): void {
    const { name, workload } = pod;
    this.pods.delete(pod);
    this.#remove('v1', 'Pod', name, workload.namespace);
    this.#remove('cilium.io/v2', 'CiliumEndpoint', name, workload.namespace);
  }

  /**
   * The resources of a pool's nodes that count against its limits: of nodes
   * that EC2 has launched, or of all requested nodes.
   */
  usage(pool: string, count: 'launched' | 'asked' = 'launched'): PoolUsage {
    const counted = [...this.machines]
      .filter(
        ({ claim }) =>
          claim?.pool.name === pool && (count === 'asked' || claim.launchedAt),
      )
      .map(({ instance }) => instance.facts);
    const sum = (values: number[]) =>
      values.reduce((total, value) => total + value, 0);
    return {
      nodes: counted.length,
      cpus: sum(counted.map(({ cpus }) => cpus)),
      memoryKi: sum(counted.map(capacityKi)),
      pods: sum(counted.map(({ maxPods }) => maxPods)),
      gpus: sum(counted.map(({ gpus }) => gpus)),
    };
  }

  /**
   * Writes an object unless it is unchanged, because controllers do not write
   * without a change.
   */
  #write(object: KubeObject): void {
    const { apiVersion, kind, metadata } = object;
    const { name, namespace } = metadata;
    const stored = this.store.get(apiVersion, kind, name, namespace);
    if (!stored || essence(stored) !== essence(object)) {
      this.store.apply(object);
    }
  }

  #remove(
    apiVersion: string,
    kind: string,
    name: string,
    namespace?: string,
  ): void {
    this.store.delete({ apiVersion, kind, metadata: { name, namespace } });
  }
}
