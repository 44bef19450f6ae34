import type { Workload } from '@clusterworks/kube-fixtures';
import { ownerOf } from '@clusterworks/kube-fixtures';
import type { ClusterState } from './ClusterState';
import type { Machine } from './Machine';
import { noRoom } from './noRoom';
import type { LiveWorkload, PodModel } from './PodModel';
import { podSubject } from './subjectOf';

/** Between two Events about the same nomination. */
const NOMINATE_MS = 120_000;

/** Between the binding of a pod and its readiness. */
const START_MS = 2_000;

/** The owner name of a pod in the address pool of its node. */
function addressOwner({ name, workload }: PodModel): string {
  return `${workload.namespace}/${name}`;
}

/** Makes, places, starts and ends pods. */
export class Pods {
  readonly #state: ClusterState;

  constructor(state: ClusterState) {
    this.#state = state;
  }

  /** A workload comes to be, without pods. */
  addWorkload(workload: Workload): LiveWorkload {
    const { random, stamp, workloads } = this.#state;
    const added: LiveWorkload = {
      ...workload,
      uid: random.uuid(),
      replicaSetUid: random.uuid(),
      hash: random.suffix(9),
      createdAt: stamp,
      generation: 1,
    };
    workloads.set(`${added.namespace}/${added.name}`, added);
    this.#state.publishWorkload(added);
    return added;
  }

  /** A new pod, not yet on a node. */
  create(workload: LiveWorkload): PodModel {
    const { random, stamp } = this.#state;
    const pod: PodModel = {
      name: `${ownerOf(workload)}-${random.suffix()}`,
      uid: random.uuid(),
      workload,
      createdAt: stamp,
      node: null,
      startedAt: null,
      ready: false,
      endpointId: random.integer(10, 4000),
    };
    this.#state.pods.add(pod);
    return pod;
  }

  /** Several new pods. */
  createMany(workload: LiveWorkload, count: number): PodModel[] {
    return Array.from({ length: count }, () => this.create(workload));
  }

  /** No node fits: the scheduler says so. */
  wait(pod: PodModel): void {
    const message = noRoom(this.#state);
    pod.unschedulable = message;
    this.#publish(pod);
    this.#state.events.tellScheduling(podSubject(pod), {
      type: 'Warning',
      reason: 'FailedScheduling',
      action: 'Scheduling',
      message,
    });
  }

  /** Binds a pod to a node; it runs two seconds later, or when told. */
  place(pod: PodModel, machine: Machine, autoStart = true): void {
    const state = this.#state;
    pod.machine = machine;
    pod.node = machine.name;
    pod.hostIp = machine.instance.ip;
    pod.scheduledAt = state.stamp;
    this.#publish(pod);
    state.events.tellScheduling(podSubject(pod), {
      type: 'Normal',
      reason: 'Scheduled',
      action: 'Binding',
      message: `Successfully assigned ${addressOwner(pod)} to ${machine.name}`,
    });
    if (autoStart) {
      state.timeline.after(START_MS, () => this.start(pod));
    }
  }

  /** The containers run and are ready. */
  start(pod: PodModel): void {
    const { machine } = pod;
    if (!machine || pod.deletedAt || !this.#state.pods.has(pod)) {
      return;
    }
    if (!pod.workload.hostNetwork && !pod.ip) {
      pod.ip = this.#state.addresses.assign(machine, addressOwner(pod));
      if (!pod.ip) {
        // The node's pool is empty; Cilium's CNI plugin tries again.
        this.#state.timeline.after(10_000, () => this.start(pod));
        return;
      }
      this.#state.publishCiliumNode(machine);
    }
    pod.startedAt = this.#state.stamp;
    this.setReady(pod, true);
  }

  /** Readiness, and what follows for the workload. */
  setReady(pod: PodModel, ready: boolean): void {
    if (pod.ready !== ready) {
      pod.ready = ready;
      pod.readySince = this.#state.stamp;
    }
    this.#publish(pod);
  }

  /** Deletes a pod; it is gone two seconds later. */
  end(pod: PodModel): void {
    if (pod.deletedAt) {
      return;
    }
    pod.deletedAt = this.#state.stamp;
    pod.ready = false;
    this.#publish(pod);
    this.#state.timeline.after(START_MS, () => this.#forget(pod));
  }

  /** Karpenter says which claim a waiting pod is for, every two minutes. */
  nominate(pod: PodModel, claim: string): void {
    const { events, timeline, pods } = this.#state;
    const told = events.tell(podSubject(pod), {
      type: 'Normal',
      reason: 'Nominated',
      message: `Pod should schedule on: nodeclaim/${claim}`,
    });
    pod.nominated = claim;
    timeline.every(NOMINATE_MS, () => {
      const isWaiting =
        pods.has(pod) && !pod.machine && pod.nominated === claim;
      if (isWaiting) {
        events.repeat(told);
      }
      return isWaiting;
    });
  }

  #publish(pod: PodModel): void {
    this.#state.publishPod(pod);
    this.#state.publishWorkload(pod.workload);
  }

  #forget(pod: PodModel): void {
    const { machine } = pod;
    this.#state.removePod(pod);
    if (machine && this.#state.machines.has(machine)) {
      const { used } = machine.cilium;
      if (pod.ip && used.delete(pod.ip)) {
        this.#state.publishCiliumNode(machine);
      }
      if (machine.claim) {
        machine.claim.lastPodEventTime = this.#state.stamp;
      }
    }
    this.#state.publishWorkload(pod.workload);
  }
}
