import { describeRule } from '../../../testing/describeRule';
import { heldFor, karpenterLease } from '../../../testing/world';
import { leaderLost } from './leaderLost';

const ofGoneHolder = {
  leases: [
    karpenterLease(0.1, { spec: { holderIdentity: 'karpenter-9_uuid' } }),
  ],
};

describeRule(leaderLost, [
  {
    name: 'fires when the lease is old',
    world: { leases: [karpenterLease(1.1)] },
    state: 'fired',
    severity: 'critical',
    says: 'no leader',
  },
  {
    name: 'waits for a minute',
    world: { leases: [karpenterLease(0.9)] },
    state: 'pass',
  },
  {
    name: 'needs a second look at a holder that is gone',
    world: ofGoneHolder,
    state: 'unknown',
    says: 'second look',
  },
  {
    name: 'waits while the next leader takes over',
    world: ofGoneHolder,
    memory: heldFor('leader-orphaned/karpenter-9_uuid', 0.9),
    state: 'pass',
  },
  {
    name: 'warns of a holder that stays gone',
    world: ofGoneHolder,
    memory: heldFor('leader-orphaned/karpenter-9_uuid', 1),
    state: 'fired',
    severity: 'warning',
    says: 'no longer exists',
  },
  {
    name: 'is unknown without a lease',
    world: { leases: [] },
    state: 'unknown',
  },
  {
    name: 'is unknown without a time',
    world: {
      leases: [karpenterLease(0.1, { spec: { renewTime: undefined } })],
    },
    state: 'unknown',
  },
  {
    name: 'ignores a lease of another namespace',
    world: { leases: [karpenterLease(99, { metadata: { namespace: 'old' } })] },
    state: 'unknown',
  },
]);
