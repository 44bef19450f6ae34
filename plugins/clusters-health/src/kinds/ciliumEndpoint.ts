import { defineKind } from './defineKind';
import { text } from './fields';
import type { FactsOf } from './Kind';
import { nameFields } from './parts/metadata';

/** CiliumEndpoints. */
export const ciliumEndpoint = defineKind({
  group: 'cilium.io',
  version: 'v2',
  resource: 'ciliumendpoints',
  kind: 'CiliumEndpoint',
  namespaced: true,
  asManyAs: 'pods',
  fields: {
    ...nameFields,
    state: text('status.state'),
  },
});

/** The facts that are kept of a CiliumEndpoint. */
export type CiliumEndpointFacts = FactsOf<typeof ciliumEndpoint>;
