import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule leaderLost. */
export const leaderLostDoc: CataloguedDoc = {
  title: 'Karpenter has no leader',
  means:
    'Only the leader acts. When its lease is not renewed, the controller hangs, is cut off from the API server, or is gone.',
  foundBy:
    'Lease karpenter-leader-election in the namespace of the controller: renewTime older than 60 s (critical), or a holder that is no living pod for a minute (warning). A stopped controller does not release the lease; a new one takes over within 35 s.',
  whom: "Karpenter's controller and its Lease.",
  waits:
    'A minute: a controller that was killed keeps the Lease until another takes it over, up to 35 s later.',
  cannotSee: 'A leader that renews its Lease and does nothing else.',
  lookAlikes:
    'An orderly restart, a list of Leases that is older than the Lease itself (the age is counted from when the list was read).',
  todo: [
    'See whether its pods run.',
    'Read the log for lost elections and throttled requests; a restart deletes it.',
    'Only if the pods run and do nothing: restart the controller.',
  ],
  source: 'https://github.com/aws/karpenter-provider-aws/issues/4168',
};
