import type { KubeObject } from '@clusterworks/kube-fixtures';

/** The form of objects that an Accept header asks for. */
export type Representation = 'object' | 'metadata' | 'table';

/** Reads `Accept`; the first form that we can serve wins. */
export function representationOf(accept: string | undefined): Representation {
  for (const range of (accept ?? '').split(',')) {
    const parameters = range.split(';').map(part => part.trim());
    if (
      parameters.includes('as=PartialObjectMetadata') ||
      parameters.includes('as=PartialObjectMetadataList')
    ) {
      return 'metadata';
    }
    if (parameters.includes('as=Table')) {
      return 'table';
    }
    if (['application/json', '*/*', 'application/*'].includes(parameters[0])) {
      return 'object';
    }
  }
  return 'object';
}

/** Only the metadata of an object. */
export function partialObjectMetadata(object: KubeObject): KubeObject {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: object.metadata,
  };
}

const columns = [
  {
    name: 'Name',
    type: 'string',
    format: 'name',
    description: 'Name must be unique within a namespace.',
    priority: 0,
  },
  {
    name: 'Age',
    type: 'string',
    format: '',
    description: 'CreationTimestamp in RFC 3339.',
    priority: 0,
  },
];

/**
 * A Table with the two columns that every kind has. A real server prints more
 * of them, by kind.
 */
export function table(
  objects: KubeObject[],
  metadata: Record<string, unknown>,
) {
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns,
    rows: objects.map(object => ({
      cells: [object.metadata.name, object.metadata.creationTimestamp ?? ''],
      object: partialObjectMetadata(object),
    })),
  };
}
