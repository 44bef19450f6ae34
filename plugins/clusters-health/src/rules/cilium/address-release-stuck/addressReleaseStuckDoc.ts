import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule addressReleaseStuck. */
export const addressReleaseStuckDoc: CataloguedDoc = {
  title: 'Release of addresses is stuck',
  means:
    'Operator and agent do not agree on addresses that go back to EC2: they stay in the pool, but no pod gets them.',
  foundBy:
    'An address of spec.ipam.pool in status.ipam.release-ips with the same state for more than 10 minutes: marked-for-release (the agent does not answer), ready-for-release or released (the operator does not act). The objects carry no such time: a first look cannot tell. From 1.20 on this is not used.',
  whom: 'CiliumNodes that give addresses back, before Cilium 1.20.',
  waits:
    '10 minutes in one state: a healthy handshake takes one, and later rounds take other addresses.',
  cannotSee:
    'Since when: the objects carry no time, so a first look cannot tell.',
  lookAlikes: 'A handshake in progress.',
  todo: [
    "See whether the node's agent is ready.",
    "Read the operator's log.",
    "Restart the node's agent; look at the operator when many are stuck.",
  ],
  source: 'https://github.com/cilium/cilium/issues/39981',
};
