import {
  type Condition,
  condition,
  disruptedTaint,
  type EventText,
  withConditions,
} from '@clusterworks/kube-fixtures';
import type { ClusterState } from './ClusterState';
import type { ClaimedMachine } from './Machine';
import type { Machines } from './Machines';
import type { Pods } from './Pods';
import { karpenterSubject, nodeSubject, podSubject } from './subjectOf';

/** Simulates how Karpenter removes nodes. */
export class Disruption {
  readonly #state: ClusterState;
  readonly #machines: Machines;
  readonly #pods: Pods;

  constructor(state: ClusterState, machines: Machines, pods: Pods) {
    this.#state = state;
    this.#machines = machines;
    this.#pods = pods;
  }

  /** Removes a node that has been empty for consolidateAfter. */
  considerConsolidation(machine: ClaimedMachine): void {
    const { claim } = machine;
    const after = Math.max(15_000, claim.pool.consolidateAfterMs);
    if (!Number.isFinite(after)) {
      return;
    }
    this.#state.timeline.after(after, () => {
      const isEmpty = this.#state
        .podsOn(machine)
        .every(pod => pod.workload.kind === 'DaemonSet');
      const isThere = this.#state.machines.has(machine);
      if (isThere && isEmpty && !claim.deletedAt) {
        this.#consolidate(machine);
      }
    });
  }

  /** EC2 takes a spot instance back in two minutes. */
  interrupt(machine: ClaimedMachine): void {
    this.#tellBoth(machine, () => ({
      reason: 'SpotInterrupted',
      message: 'Spot interruption warning was triggered',
    }));
    this.#tellBoth(machine, kind => ({
      reason: 'TerminatingOnInterruption',
      message: `Interruption triggered termination for the ${kind}`,
    }));
    machine.node.taints = [...(machine.node.taints ?? []), disruptedTaint];
    this.#terminate(machine);
  }

  #consolidate(machine: ClaimedMachine): void {
    const { stamp, timeline } = this.#state;
    machine.node.taints = [...(machine.node.taints ?? []), disruptedTaint];
    this.#set(
      machine,
      condition('Consolidatable', 'True', stamp),
      condition('DisruptionReason', 'True', stamp, 'Empty', 'Empty'),
    );
    this.#tellBoth(machine, kind => ({
      type: 'Normal',
      reason: 'DisruptionTerminating',
      message: `Disrupting ${kind}: Empty`,
    }));
    timeline.after(2_000, () => this.#terminate(machine));
  }

  /** Deletes a claim: drain, detach, terminate, gone. */
  #terminate(machine: ClaimedMachine): void {
    const state = this.#state;
    const { claim, node } = machine;
    claim.deletedAt = state.stamp;
    node.deletedAt = state.stamp;
    this.#set(
      machine,
      condition('Drained', 'Unknown', state.stamp, 'Draining', 'Draining'),
    );
    this.#evict(machine);
    state.timeline.after(4_000, () =>
      this.#set(
        machine,
        condition('Drained', 'True', state.stamp),
        condition('VolumesDetached', 'True', state.stamp),
      ),
    );
    state.timeline.after(6_000, () =>
      this.#set(machine, condition('InstanceTerminating', 'True', state.stamp)),
    );
    state.timeline.after(35_000, () => {
      if (state.machines.has(machine)) {
        this.#machines.remove(machine);
        state.events.tellFinalized('NodeClaim');
      }
    });
  }

  /** Writes one Event for each drain of a node with pods. */
  #evict(machine: ClaimedMachine): void {
    const { events } = this.#state;
    const evicted = this.#state
      .podsOn(machine)
      .filter(pod => pod.workload.kind === 'Deployment' && !pod.deletedAt);
    if (evicted.length > 0) {
      events.tell(nodeSubject(machine), {
        type: 'Warning',
        reason: 'FailedDraining',
        message: `Failed to drain node, ${evicted.length} pods are waiting to be evicted`,
      });
    }
    for (const pod of evicted) {
      events.tell(podSubject(pod), {
        type: 'Normal',
        reason: 'Evicted',
        message: 'Evicted pod: Forceful Termination',
      });
      this.#pods.end(pod);
    }
  }

  /**
   * Karpenter writes an Event for the NodeClaim and one for its Node at the
   * same time.
   */
  #tellBoth(
    machine: ClaimedMachine,
    text: (kind: 'NodeClaim' | 'Node') => EventText,
  ): void {
    const { events } = this.#state;
    events.tell(
      karpenterSubject('NodeClaim', machine.claim),
      text('NodeClaim'),
    );
    events.tell(nodeSubject(machine), text('Node'));
  }

  #set(machine: ClaimedMachine, ...conditions: Condition[]): void {
    const { claim } = machine;
    claim.conditions = withConditions(claim.conditions ?? [], conditions);
    this.#state.publishMachine(machine);
  }
}
