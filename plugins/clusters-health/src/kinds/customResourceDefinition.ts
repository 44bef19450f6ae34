import { defineKind } from './defineKind';
import {
  derived,
  flag,
  keys,
  mapped,
  objects,
  text,
  texts,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { labelledFields } from './parts/metadata';

const schema = 'schema.openAPIV3Schema.properties';

/** Versions that are served, the newest first. */
const servedVersions = mapped(
  objects('spec.versions', {
    name: text('name'),
    served: withDefault(flag('served'), false),
    properties: derived(
      {
        spec: keys(`${schema}.spec.properties`),
        status: keys(`${schema}.status.properties`),
      },
      ({ spec, status }) => [
        ...spec.map(name => `spec.${name}`),
        ...status.map(name => `status.${name}`),
      ],
    ),
  }),
  versions => versions.filter(({ served }) => served),
);

/** CustomResourceDefinitions. */
export const customResourceDefinition = defineKind({
  group: 'apiextensions.k8s.io',
  version: 'v1',
  resource: 'customresourcedefinitions',
  kind: 'CustomResourceDefinition',
  namespaced: false,
  // CustomResourceDefinitions are large and rarely change.
  pollMs: 600_000,
  fields: {
    ...labelledFields,
    storedVersions: texts('status.storedVersions'),
    servedVersions: mapped(servedVersions, versions =>
      versions.flatMap(({ name }) => name ?? []),
    ),
    conversion: text('spec.conversion.strategy'),
    /** Dotted property paths under the newest served schema, two levels deep. */
    properties: mapped(servedVersions, ([newest]) => newest?.properties ?? []),
  },
});

/** The facts that are kept of a CustomResourceDefinition. */
export type CrdFacts = FactsOf<typeof customResourceDefinition>;
