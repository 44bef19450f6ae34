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
  required: true,
  // A Node names all images that it holds: in small pages the server packs the
  // next while this one is read.
  pageSize: 125,
  fields: {
    ...nodeMetadataFields,
    providerId: text('spec.providerID'),
    unschedulable: withDefault(flag('spec.unschedulable'), false),
    taints: taints('spec.taints'),
    conditions,
    // Quantities are texts, as the API gives them.
    allocatable: shared(textMap('status.allocatable')),
    capacity: shared(textMap('status.capacity')),
  },
});

/** What is kept of a Node. */
export type NodeFacts = FactsOf<typeof node>;
