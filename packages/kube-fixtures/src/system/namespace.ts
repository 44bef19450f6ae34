import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';

/** A namespace that is in use. */
export function namespace(name: string, createdAt = ago('1d')): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      creationTimestamp: createdAt,
      labels: { 'kubernetes.io/metadata.name': name },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}
