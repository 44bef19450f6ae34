import { defineKind } from './defineKind';
import { each, mapped, text } from './fields';
import type { FactsOf } from './Kind';
import { nameFields } from './parts/metadata';

/** CiliumEndpoints. */
export const ciliumEndpoint = defineKind({
  group: 'cilium.io',
  version: 'v2',
  resource: 'ciliumendpoints',
  kind: 'CiliumEndpoint',
  namespaced: true,
  fields: {
    ...nameFields,
    state: text('status.state'),
    /** The first address. */
    ipv4: mapped(
      each('status.networking.addressing', text('ipv4')),
      ([address]) => address,
    ),
  },
});

/** What is kept of a CiliumEndpoint. */
export type CiliumEndpointFacts = FactsOf<typeof ciliumEndpoint>;
