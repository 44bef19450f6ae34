import { build, type Overrides } from '../base/build';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';

/** What decides how a CiliumEndpoint looks. */
export interface CiliumEndpointFacts {
  namespace?: string;
  podUid?: string;
  createdAt?: string;
  id?: number;
  identity?: number;
  ip?: string;
  /** Address of the node. */
  hostIp?: string;
}

/** The CiliumEndpoint of a running pod. */
export function ciliumEndpoint(
  name: string,
  facts: CiliumEndpointFacts & Overrides = {},
): KubeObject {
  const { namespace = 'default' } = facts;
  return build(
    {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumEndpoint',
      metadata: {
        name,
        namespace,
        creationTimestamp: facts.createdAt ?? ago('50m'),
        generation: 1,
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Pod',
            name,
            uid: facts.podUid ?? `pod-${name}`,
          },
        ],
      },
      status: {
        encryption: {},
        'external-identifiers': { 'pod-name': `${namespace}/${name}` },
        id: facts.id ?? 1234,
        identity: {
          id: facts.identity ?? 10_000,
          labels: [`k8s:io.kubernetes.pod.namespace=${namespace}`],
        },
        networking: {
          addressing: [{ ipv4: facts.ip ?? '10.0.1.5' }],
          node: facts.hostIp ?? '10.0.0.10',
        },
        state: 'ready',
      },
    },
    facts,
  );
}
