import { defineKind } from './defineKind';
import type { FactsOf } from './Kind';
import { nameFields } from './parts/metadata';

/** CiliumIdentities: only their number matters. */
export const ciliumIdentity = defineKind({
  group: 'cilium.io',
  version: 'v2',
  resource: 'ciliumidentities',
  kind: 'CiliumIdentity',
  namespaced: false,
  asManyAs: 'pods',
  fields: nameFields,
});

/** The facts that are kept of a CiliumIdentity. */
export type CiliumIdentityFacts = FactsOf<typeof ciliumIdentity>;
