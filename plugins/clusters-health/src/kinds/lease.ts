import { defineKind } from './defineKind';
import { count, text, time } from './fields';
import type { FactsOf } from './Kind';
import { nameFields } from './parts/metadata';

/** Leases, without the heartbeats of nodes. */
export const lease = defineKind({
  group: 'coordination.k8s.io',
  version: 'v1',
  resource: 'leases',
  kind: 'Lease',
  namespaced: true,
  selector: { notNamespace: 'kube-node-lease' },
  // Leases are renewed every two seconds: listing the few that are not
  // heartbeats of nodes costs far less than watching them.
  pollMs: 25_000,
  fields: {
    ...nameFields,
    holder: text('spec.holderIdentity'),
    durationSeconds: count('spec.leaseDurationSeconds'),
    renewedAt: time('spec.renewTime'),
    transitions: count('spec.leaseTransitions'),
  },
});

/** The facts that are kept of a Lease. */
export type LeaseFacts = FactsOf<typeof lease>;
