import {
  KubeObject,
  kubeTime,
  ObjectStore,
} from '@clusterworks/kube-simulator';
import { isTrue } from '../model/Condition';
import { Machine } from '../model/Machine';
import { PodModel, Workload } from '../model/Workload';
import { PoolPlan, WorldPlan } from '../model/WorldPlan';
import { ciliumNodeObject } from '../render/ciliumNodeObject';
import {
  nodeClassObject,
  nodePoolObject,
  PoolUsage,
  Reconciled,
} from '../render/karpenterObjects';
import { capacityKi } from '../render/machineResources';
import { nodeClaimObject } from '../render/nodeClaimObject';
import { nodeLabels } from '../render/nodeLabels';
import { nodeObject } from '../render/nodeObject';
import { ciliumEndpointObject, podObject } from '../render/podObject';
import {
  daemonSetObject,
  deploymentObject,
  replicaSetObject,
} from '../render/workloadObjects';
import { Addresses } from './Addresses';
import { EventLog } from './EventLog';
import { Random } from './Random';
import { Timeline } from './Timeline';

/** Everything that there is in one cluster, and how it becomes objects. */
export class WorldState {
  readonly machines = new Set<Machine>();
  readonly pods = new Set<PodModel>();
  readonly workloads = new Map<string, Workload>();
  readonly pools = new Map<string, Reconciled>();
  readonly nodeClasses = new Map<string, Reconciled>();
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
    return kubeTime(new Date(this.timeline.now));
  }

  pool(name: string | undefined): PoolPlan | undefined {
    return this.plan.pools.find(pool => pool.name === name);
  }

  podsOf(workload: Workload): PodModel[] {
    return [...this.pods].filter(pod => pod.workload === workload);
  }

  podsOn(machine: Machine): PodModel[] {
    return [...this.pods].filter(pod => pod.machine === machine);
  }

  /** Writes what changed of a machine. */
  publishMachine(machine: Machine): void {
    const { plan, store } = this;
    const { claim } = machine;
    const pool = this.pool(claim?.pool);
    if (claim && pool) {
      const poolUid = this.pools.get(pool.name)?.uid ?? '';
      store.apply(nodeClaimObject(machine, claim, pool, plan, poolUid));
    }
    if (machine.registeredAt) {
      store.apply(nodeObject(machine, pool, plan));
    }
    if (machine.cilium.stage !== 'absent') {
      const labels = nodeLabels(machine, pool, plan);
      store.apply(ciliumNodeObject(machine, labels, plan));
    }
    if (claim) {
      this.publishPool(claim.pool);
    }
  }

  /** Writes only the Node, as a kubelet's heartbeat does. */
  publishNode(machine: Machine): void {
    const pool = this.pool(machine.claim?.pool);
    this.store.apply(nodeObject(machine, pool, this.plan));
  }

  /** Writes only the CiliumNode. */
  publishCiliumNode(machine: Machine): void {
    const pool = this.pool(machine.claim?.pool);
    this.store.apply(
      ciliumNodeObject(
        machine,
        nodeLabels(machine, pool, this.plan),
        this.plan,
      ),
    );
  }

  publishNodeClass(name: string): void {
    const plan = this.plan.nodeClasses.find(each => each.name === name);
    const state = this.nodeClasses.get(name);
    if (plan && state) {
      this.store.apply(nodeClassObject(plan, state, this.plan));
    }
  }

  publishPool(name: string): void {
    const pool = this.pool(name);
    const state = this.pools.get(name);
    if (pool && state) {
      this.write(nodePoolObject(pool, state, this.usage(name), this.plan));
    }
  }

  publishPod(pod: PodModel): void {
    this.store.apply(podObject(pod));
    if (pod.ip && pod.startedAt && !pod.deletedAt) {
      this.write(ciliumEndpointObject(pod));
    }
  }

  publishWorkload(workload: Workload): void {
    const pods = this.podsOf(workload);
    if (workload.kind === 'DaemonSet') {
      this.write(daemonSetObject(workload, pods));
    } else {
      this.write(deploymentObject(workload, pods));
      this.write(replicaSetObject(workload, pods));
    }
  }

  /** Removes everything of a machine that has ended. */
  removeMachine(machine: Machine): void {
    this.machines.delete(machine);
    this.addresses.terminate(machine);
    const { nodeName: name, claim } = machine;
    this.remove('v1', 'Node', name);
    this.remove('cilium.io/v2', 'CiliumNode', name);
    this.remove('coordination.k8s.io/v1', 'Lease', name, 'kube-node-lease');
    if (claim) {
      this.remove('karpenter.sh/v1', 'NodeClaim', claim.name);
      this.publishPool(claim.pool);
    }
  }

  removePod(pod: PodModel): void {
    this.pods.delete(pod);
    this.remove('v1', 'Pod', pod.name, pod.namespace);
    this.remove('cilium.io/v2', 'CiliumEndpoint', pod.name, pod.namespace);
  }

  remove(
    apiVersion: string,
    kind: string,
    name: string,
    namespace?: string,
  ): void {
    this.store.delete({ apiVersion, kind, metadata: { name, namespace } });
  }

  /**
   * What the nodes of a pool have taken of its limits: those that EC2 has
   * launched, or all that are asked for.
   */
  usage(pool: string, count: 'launched' | 'asked' = 'launched'): PoolUsage {
    const launched = [...this.machines].filter(
      ({ claim }) =>
        claim?.pool === pool &&
        (count === 'asked' || isTrue(claim.conditions, 'Launched')),
    );
    const sum = (value: (machine: Machine) => number) =>
      launched.reduce((total, machine) => total + value(machine), 0);
    return {
      nodes: launched.length,
      cpus: sum(({ instance }) => instance.cpus),
      memoryKi: sum(({ instance }) => capacityKi(instance)),
      pods: sum(({ instance }) => instance.maxPods),
      storageGi: sum(() => 50),
      gpus: sum(({ instance }) => instance.gpus),
    };
  }

  /** Writes an object unless it is there just so: controllers write no no-ops. */
  private write(object: KubeObject): void {
    const { name, namespace } = object.metadata;
    const stored = this.store.get(
      object.apiVersion,
      object.kind,
      name,
      namespace,
    );
    const essence = (each: KubeObject) =>
      JSON.stringify({ ...each, metadata: each.metadata.labels });
    if (!stored || essence(stored) !== essence(object)) {
      this.store.apply(object);
    }
  }
}
