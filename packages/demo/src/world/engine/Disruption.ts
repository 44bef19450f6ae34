import { withCondition } from '../model/Condition';
import { Claim, Machine } from '../model/Machine';
import { PoolPlan } from '../model/WorldPlan';
import { Machines } from './Machines';
import { Pods } from './Pods';
import { claimSubject, EventPair, nodeSubject, podSubject } from './subjects';
import { WorldState } from './WorldState';

/** How Karpenter takes nodes away. */
export class Disruption {
  constructor(
    private readonly state: WorldState,
    private readonly machines: Machines,
    private readonly pods: Pods,
  ) {}

  /** An empty node goes when it has been empty for consolidateAfter. */
  considerConsolidation(machine: Machine, pool: PoolPlan): void {
    const after = Math.max(15_000, pool.consolidateAfterMs);
    if (!Number.isFinite(after)) {
      return;
    }
    this.state.timeline.after(after, () => {
      const { claim } = machine;
      const isEmpty = this.state
        .podsOn(machine)
        .every(pod => pod.workload.kind === 'DaemonSet');
      const isThere = this.state.machines.has(machine);
      if (claim && isThere && isEmpty && !claim.deletedAt) {
        this.consolidate(machine, claim);
      }
    });
  }

  private consolidate(machine: Machine, claim: Claim): void {
    this.set(claim, { type: 'Consolidatable', status: 'True' });
    this.set(claim, {
      type: 'DisruptionReason',
      status: 'True',
      reason: 'Empty',
      message: 'Empty',
    });
    machine.taints = [
      ...machine.taints,
      { key: 'karpenter.sh/disrupted', effect: 'NoSchedule' },
    ];
    this.state.publishMachine(machine);
    this.tellBoth(machine, claim, {
      claim: {
        type: 'Normal',
        reason: 'DisruptionTerminating',
        message: 'Disrupting NodeClaim: Empty',
      },
      node: {
        type: 'Normal',
        reason: 'DisruptionTerminating',
        message: 'Disrupting Node: Empty',
      },
    });
    this.state.timeline.after(2_000, () => this.terminate(machine, claim));
  }

  /** Deletes a claim: drain, detach, terminate, gone (observed 36). */
  terminate(machine: Machine, claim: Claim): void {
    const { stamp, timeline } = this.state;
    claim.deletedAt = stamp;
    machine.deletedAt = stamp;
    this.set(claim, {
      type: 'Drained',
      status: 'Unknown',
      reason: 'Draining',
      message: 'Draining',
    });
    this.state.publishMachine(machine);
    this.evict(machine);
    timeline.after(4_000, () => {
      this.set(claim, { type: 'Drained', status: 'True' });
      this.set(claim, { type: 'VolumesDetached', status: 'True' });
      this.state.publishMachine(machine);
    });
    timeline.after(6_000, () => {
      this.set(claim, { type: 'InstanceTerminating', status: 'True' });
      this.state.publishMachine(machine);
    });
    timeline.after(35_000, () => {
      if (this.state.machines.has(machine)) {
        this.machines.remove(machine);
        this.tellFinalized('NodeClaim');
      }
    });
  }

  /** Every drain that has a pod says so once (observed 21). */
  private evict(machine: Machine): void {
    const evicted = this.state
      .podsOn(machine)
      .filter(pod => pod.workload.kind === 'Deployment' && !pod.deletedAt);
    if (evicted.length > 0) {
      this.state.events.tell(nodeSubject(machine), {
        type: 'Warning',
        reason: 'FailedDraining',
        message: `Failed to drain node, ${evicted.length} pods are waiting to be evicted`,
      });
    }
    for (const pod of evicted) {
      this.state.events.tell(podSubject(pod), {
        type: 'Normal',
        reason: 'Evicted',
        message: 'Evicted pod: Forceful Termination',
      });
      this.pods.end(pod);
    }
  }

  /** EC2 takes a spot instance back in two minutes (observed 22). */
  interrupt(machine: Machine, claim: Claim): void {
    const warning = (reason: string, message: string) => ({
      type: 'Warning' as const,
      reason,
      message,
    });
    const spot = warning(
      'SpotInterrupted',
      'Spot interruption warning was triggered',
    );
    this.tellBoth(machine, claim, { claim: spot, node: spot });
    this.tellBoth(machine, claim, {
      claim: warning(
        'TerminatingOnInterruption',
        'Interruption triggered termination for the NodeClaim',
      ),
      node: warning(
        'TerminatingOnInterruption',
        'Interruption triggered termination for the Node',
      ),
    });
    machine.taints = [
      ...machine.taints,
      { key: 'karpenter.sh/disrupted', effect: 'NoSchedule' },
    ];
    this.terminate(machine, claim);
  }

  private tellBoth(machine: Machine, claim: Claim, texts: EventPair): void {
    this.state.events.tell(claimSubject(claim.name, claim.uid), texts.claim);
    this.state.events.tell(nodeSubject(machine), texts.node);
  }

  /** One Event for all, without a name (observed 18). */
  private tellFinalized(kind: string): void {
    const { stamp, store, random } = this.state;
    const event = store
      .list('v1', 'Event')
      .find(each => each.reason === 'Finalized' && each.type === 'Normal');
    const count = typeof event?.count === 'number' ? event.count + 1 : 1;
    store.apply({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: event?.metadata.name ?? `.${random.hex(16)}`,
        namespace: 'default',
        creationTimestamp: event?.metadata.creationTimestamp ?? stamp,
      },
      type: 'Normal',
      reason: 'Finalized',
      message: 'Finalized karpenter.sh/termination',
      count,
      eventTime: null,
      firstTimestamp: event?.firstTimestamp ?? stamp,
      lastTimestamp: stamp,
      involvedObject: { apiVersion: 'karpenter.sh/v1', kind },
      reportingComponent: 'karpenter',
      reportingInstance: '',
      source: { component: 'karpenter' },
    });
  }

  private set(
    claim: Claim,
    condition: Parameters<typeof withCondition>[1],
  ): void {
    claim.conditions = withCondition(
      claim.conditions,
      condition,
      this.state.stamp,
    );
  }
}
