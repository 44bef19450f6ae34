import { awaiting, withCondition, withReady } from '../model/Condition';
import { Claim, Machine } from '../model/Machine';
import { PoolPlan } from '../model/WorldPlan';
import { WorldState } from './WorldState';

const DEPENDENTS = ['Launched', 'Registered', 'Initialized'];

/** A NodeClaim as Karpenter creates it. */
export function newClaim(
  { random, stamp }: WorldState,
  pool: PoolPlan,
  requests: Record<string, string>,
): Claim {
  return {
    name: `${pool.name}-${random.suffix()}`,
    uid: random.uuid(),
    pool: pool.name,
    nodeClass: pool.nodeClass,
    createdAt: stamp,
    conditions: withReady(
      [...DEPENDENTS, 'Ready'].map(type => awaiting(type, stamp)),
      DEPENDENTS,
      stamp,
    ),
    requests,
  };
}

function set(
  claim: Claim,
  condition: Parameters<typeof withCondition>[1],
  stamp: string,
): void {
  claim.conditions = withReady(
    withCondition(claim.conditions, condition, stamp),
    DEPENDENTS,
    stamp,
  );
}

/** A step of a claim's life is done. */
export function claimReached(
  claim: Claim,
  type: 'Launched' | 'Registered' | 'Initialized',
  stamp: string,
): void {
  set(claim, { type, status: 'True' }, stamp);
}

/** The instance runs, and Karpenter waits for its Node. */
export function claimAwaitsNode(claim: Claim, stamp: string): void {
  set(
    claim,
    {
      type: 'Registered',
      status: 'Unknown',
      reason: 'NodeNotFound',
      message: 'Node not registered with cluster',
    },
    stamp,
  );
}

/** Says why a node is not initialized yet. */
export function claimNotInitialized(
  claim: Claim,
  machine: Machine,
  stamp: string,
): void {
  const [reason, message] =
    machine.cilium.stage === 'ready'
      ? [
          'ResourceNotRegistered',
          'Resource "nvidia.com/gpu" was requested but not registered',
        ]
      : ['NodeNotReady', 'Node status is NotReady'];
  set(
    claim,
    { type: 'Initialized', status: 'Unknown', reason, message },
    stamp,
  );
}
