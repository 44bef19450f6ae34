import { defineKind } from './defineKind';
import type { FactsOf } from './Kind';
import { nameFields } from './parts/metadata';

/** CiliumIdentities: only how many there are matters. */
export const ciliumIdentity = defineKind({
  group: 'cilium.io',
  version: 'v2',
  resource: 'ciliumidentities',
  kind: 'CiliumIdentity',
  namespaced: false,
  fields: nameFields,
});

/** What is kept of a CiliumIdentity. */
export type CiliumIdentityFacts = FactsOf<typeof ciliumIdentity>;
