import { defineKind } from './defineKind';
import { flag, shared, text, textMap, withDefault } from './fields';
import type { FactsOf } from './Kind';
import { conditions } from './parts/conditions';
import { nodeMetadataFields } from './parts/metadata';
import { taints } from './parts/taints';

/** Nodes. */
export const node = defineKind({
  group: '',
  version: 'v1',
  resource: 'nodes',
  kind: 'Node',
  namespaced: false,
  asManyAs: 'nodes',
  required: true,
  // A Node lists all images that it holds: with small pages the API server
  // serializes the next page while the present one is read.
  pageSize: 125,
  fields: {
    ...nodeMetadataFields,
    providerId: text('spec.providerID'),
    kubeletVersion: text('status.nodeInfo.kubeletVersion'),
    unschedulable: withDefault(flag('spec.unschedulable'), false),
    taints: taints('spec.taints'),
    conditions,
    // Quantities stay texts, as in the API.
    allocatable: shared(textMap('status.allocatable')),
    capacity: shared(textMap('status.capacity')),
  },
});

/** The facts that are kept of a Node. */
export type NodeFacts = FactsOf<typeof node>;
