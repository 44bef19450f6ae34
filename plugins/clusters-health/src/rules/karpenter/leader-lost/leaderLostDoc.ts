import { RuleDoc } from '../../../rule/Rule';

/** What people read of leaderLost. */
export const leaderLostDoc: RuleDoc = {
  title: 'Karpenter has no leader',
  means:
    'Only the leader acts. When its lease is not renewed, the controller hangs, is cut off from the API server, or is gone.',
  foundBy:
    'Lease karpenter-leader-election in the namespace of the controller: renewTime older than 60 s (critical), or a holder that is no living pod for a minute (warning). A stopped controller does not release the lease; a new one takes over within 35 s.',
  todo: 'Restart the controller; look for API throttling and for lost connections in its log.',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/4168',
};
