import { defineKind } from './defineKind';
import { shared, text, textMap, time } from './fields';
import type { FactsOf } from './Kind';
import { conditions } from './parts/conditions';
import { nodeMetadataFields } from './parts/metadata';

/** NodeClaims of Karpenter. */
export const nodeClaim = defineKind({
  group: 'karpenter.sh',
  version: 'v1',
  resource: 'nodeclaims',
  kind: 'NodeClaim',
  namespaced: false,
  asManyAs: 'nodes',
  required: true,
  fields: {
    ...nodeMetadataFields,
    nodeClass: text('spec.nodeClassRef.name'),
    /**
     * API group of the node class; shows whether Karpenter itself or EKS Auto
     * Mode manages the claim.
     */
    nodeClassGroup: text('spec.nodeClassRef.group'),
    nodeName: text('status.nodeName'),
    providerId: text('status.providerID'),
    /** Copied from the NodePool when the claim was made. */
    expireAfter: text('spec.expireAfter'),
    terminationGracePeriod: text('spec.terminationGracePeriod'),
    capacity: shared(textMap('status.capacity')),
    lastPodEventAt: time('status.lastPodEventTime'),
    conditions,
  },
});

/** The facts that are kept of a NodeClaim. */
export type NodeClaimFacts = FactsOf<typeof nodeClaim>;
