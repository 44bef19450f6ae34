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

/**
 * Dotted property paths of the newest version that is served, two levels deep;
 * versions are listed the newest first.
 */
const newestProperties = mapped(
  objects('spec.versions', {
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
  versions => versions.find(({ served }) => served)?.properties ?? [],
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
    conversion: text('spec.conversion.strategy'),
    properties: newestProperties,
  },
});

/** The facts that are kept of a CustomResourceDefinition. */
export type CrdFacts = FactsOf<typeof customResourceDefinition>;
