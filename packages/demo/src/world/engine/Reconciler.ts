import { awaiting, withCondition, withReady } from '../model/Condition';
import { isAtLeast } from '../model/WorldPlan';
import { WorldState } from './WorldState';

const POOL_DEPENDENTS = ['ValidationSucceeded', 'NodeClassReady'];

/** Conditions that an EC2NodeClass needs, by the version that brought them. */
function nodeClassConditions(version: string): string[] {
  return [
    'AMIsReady',
    ...(isAtLeast(version, '1.6') ? ['CapacityReservationsReady'] : []),
    ...(isAtLeast(version, '1.11') ? ['PlacementGroupReady'] : []),
    'SubnetsReady',
    'SecurityGroupsReady',
    'InstanceProfileReady',
    ...(isAtLeast(version, '1.2') ? ['ValidationSucceeded'] : []),
  ];
}

/** Karpenter's controllers of NodePools and EC2NodeClasses. */
export class Reconciler {
  constructor(private readonly state: WorldState) {}

  /** The manifests are applied; Ready a few seconds later. */
  applyManifests(): void {
    const { plan, random, stamp, timeline } = this.state;
    const needed = nodeClassConditions(plan.versions.karpenter);
    for (const { name } of plan.nodeClasses) {
      this.state.nodeClasses.set(name, {
        uid: random.uuid(),
        createdAt: stamp,
        conditions: [...needed, 'Ready'].map(type => awaiting(type, stamp)),
      });
      this.state.publishNodeClass(name);
      timeline.after(3_000, () => this.nodeClassReady(name, needed));
    }
    for (const { name } of plan.pools) {
      this.createPool(name);
      timeline.after(5_000, () => this.poolReady(name));
    }
  }

  private nodeClassReady(name: string, needed: string[]): void {
    const state = this.state.nodeClasses.get(name);
    if (!state) {
      return;
    }
    const { stamp } = this.state;
    for (const type of needed) {
      state.conditions = withCondition(
        state.conditions,
        { type, status: 'True' },
        stamp,
      );
    }
    state.conditions = withReady(state.conditions, needed, stamp);
    this.state.publishNodeClass(name);
    this.state.events.tellTransition(
      {
        apiVersion: 'karpenter.k8s.aws/v1',
        kind: 'EC2NodeClass',
        name,
        uid: state.uid,
      },
      'Ready',
    );
  }

  /** A class that is only Unknown makes its pools False (observed 4). */
  private createPool(name: string): void {
    const { plan, random, stamp } = this.state;
    const conditions = withCondition(
      [
        awaiting('ValidationSucceeded', stamp),
        ...(isAtLeast(plan.versions.karpenter, '1.4')
          ? [awaiting('NodeRegistrationHealthy', stamp)]
          : []),
      ],
      {
        type: 'NodeClassReady',
        status: 'False',
        reason: 'NodeClassReadinessUnknown',
        message: 'Node Class Readiness Unknown',
      },
      stamp,
    );
    this.state.pools.set(name, {
      uid: random.uuid(),
      createdAt: stamp,
      conditions: withReady(conditions, POOL_DEPENDENTS, stamp),
    });
    this.state.publishPool(name);
  }

  private poolReady(name: string): void {
    const state = this.state.pools.get(name);
    if (!state) {
      return;
    }
    const { stamp } = this.state;
    for (const type of POOL_DEPENDENTS) {
      state.conditions = withCondition(
        state.conditions,
        { type, status: 'True' },
        stamp,
      );
    }
    state.conditions = withReady(state.conditions, POOL_DEPENDENTS, stamp);
    this.state.publishPool(name);
    this.state.events.tellTransition(
      { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', name, uid: state.uid },
      'Ready',
    );
  }
}
