import { Machine } from '../model/Machine';
import { PodModel, Workload } from '../model/Workload';
import { noRoom } from './noRoom';
import { podSubject } from './subjects';
import { WorldState } from './WorldState';

/** Between two Events about the same nomination (karpenter-observed 19). */
const NOMINATE_MS = 120_000;

/** Between the binding of a pod and its readiness. */
const START_MS = 2_000;

/** Makes, places, starts and ends pods. */
export class Pods {
  constructor(private readonly state: WorldState) {}

  /** A workload comes to be, without pods. */
  addWorkload(
    workload: Omit<
      Workload,
      'uid' | 'replicaSetUid' | 'hash' | 'createdAt' | 'generation'
    >,
  ): Workload {
    const { random, stamp, workloads } = this.state;
    const added: Workload = {
      ...workload,
      uid: random.uuid(),
      replicaSetUid: random.uuid(),
      hash: random.suffix(9),
      createdAt: stamp,
      generation: 1,
    };
    workloads.set(`${added.namespace}/${added.name}`, added);
    this.state.publishWorkload(added);
    return added;
  }

  /** A new pod, not yet on a node. */
  create(workload: Workload): PodModel {
    const { random, stamp } = this.state;
    const owner =
      workload.kind === 'DaemonSet'
        ? workload.name
        : `${workload.name}-${workload.hash}`;
    const pod: PodModel = {
      name: `${owner}-${random.suffix()}`,
      namespace: workload.namespace,
      uid: random.uuid(),
      workload,
      createdAt: stamp,
      ready: false,
      endpointId: random.integer(10, 4000),
    };
    this.state.pods.add(pod);
    return pod;
  }

  /** No node fits: the scheduler says so. */
  wait(pod: PodModel): void {
    const message = noRoom(this.state);
    pod.unschedulable = message;
    this.state.publishPod(pod);
    this.state.publishWorkload(pod.workload);
    this.state.events.tellScheduling(pod, {
      type: 'Warning',
      reason: 'FailedScheduling',
      action: 'Scheduling',
      message,
    });
  }

  /** Binds a pod to a node; it runs two seconds later, or when told. */
  place(pod: PodModel, machine: Machine, autoStart = true): void {
    pod.machine = machine;
    pod.scheduledAt = this.state.stamp;
    pod.unschedulable = undefined;
    this.state.publishPod(pod);
    this.state.publishWorkload(pod.workload);
    this.state.events.tellScheduling(pod, {
      type: 'Normal',
      reason: 'Scheduled',
      action: 'Binding',
      message: `Successfully assigned ${pod.namespace}/${pod.name} to ${machine.nodeName}`,
    });
    if (autoStart) {
      this.state.timeline.after(START_MS, () => this.start(pod));
    }
  }

  /** The containers run and are ready. */
  start(pod: PodModel): void {
    const { machine } = pod;
    if (!machine || pod.deletedAt || !this.state.pods.has(pod)) {
      return;
    }
    if (!pod.workload.hostNetwork && !pod.ip) {
      const owner = `${pod.namespace}/${pod.name}`;
      pod.ip = this.state.addresses.assign(machine, owner);
      if (!pod.ip) {
        // The node's pool is empty; Cilium's CNI plugin tries again.
        this.state.timeline.after(10_000, () => this.start(pod));
        return;
      }
      this.state.publishCiliumNode(machine);
    }
    pod.startedAt = this.state.stamp;
    this.setReady(pod, true);
  }

  /** Readiness, and what follows for the workload. */
  setReady(pod: PodModel, ready: boolean): void {
    if (pod.ready !== ready) {
      pod.ready = ready;
      pod.readyAt = this.state.stamp;
    }
    this.state.publishPod(pod);
    this.state.publishWorkload(pod.workload);
  }

  /** Deletes a pod; it is gone two seconds later. */
  end(pod: PodModel): void {
    if (pod.deletedAt) {
      return;
    }
    pod.deletedAt = this.state.stamp;
    pod.ready = false;
    this.state.publishPod(pod);
    this.state.publishWorkload(pod.workload);
    this.state.timeline.after(START_MS, () => this.forget(pod));
  }

  /** The pod is gone at once, as with its node. */
  forget(pod: PodModel): void {
    const { machine } = pod;
    this.state.removePod(pod);
    if (machine && pod.ip && this.state.machines.has(machine)) {
      this.state.addresses.release(machine, `${pod.namespace}/${pod.name}`);
      this.state.publishCiliumNode(machine);
    }
    if (machine?.claim && this.state.machines.has(machine)) {
      machine.claim.lastPodEventTime = this.state.stamp;
    }
    this.state.publishWorkload(pod.workload);
  }

  /** Karpenter says which claim a waiting pod is for, every two minutes. */
  nominate(pod: PodModel, claim: string): void {
    const { events, timeline } = this.state;
    const told = events.tell(podSubject(pod), {
      type: 'Normal',
      reason: 'Nominated',
      message: `Pod should schedule on: nodeclaim/${claim}`,
    });
    pod.nominated = claim;
    timeline.every(NOMINATE_MS, () => {
      const isWaiting =
        this.state.pods.has(pod) && !pod.machine && pod.nominated === claim;
      if (isWaiting) {
        events.repeat(told);
      }
      return isWaiting;
    });
  }
}
