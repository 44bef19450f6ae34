import { CILIUM_TAINT_KEY } from '@clusterworks/plugin-clusters-spec';
import { type ClusterFacts, testCluster } from '../base/ClusterFacts';
import { isAtLeast } from '../base/isAtLeast';
import { build, type Json } from '../base/build';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';

/** The ConfigMap that Cilium's agents and operator read: ENI mode. */
export function ciliumConfig(
  facts: {
    cluster?: ClusterFacts;
    createdAt?: string;
    /** Values for keys that differ; `undefined` removes a key. */
    data?: Record<string, string | undefined>;
    metadata?: Json;
  } = {},
): KubeObject {
  const { cluster = testCluster, createdAt = ago('1d'), metadata } = facts;
  const isSince119 = isAtLeast(cluster.versions.cilium, '1.19');
  return build(
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'cilium-config',
        namespace: 'kube-system',
        creationTimestamp: createdAt,
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
      },
      data: {
        'agent-not-ready-taint-key': CILIUM_TAINT_KEY,
        'auto-create-cilium-node-resource': 'true',
        'aws-enable-prefix-delegation': String(cluster.prefixDelegation),
        'aws-release-excess-ips': 'false',
        'cluster-id': '0',
        'cluster-name': cluster.name,
        'cni-exclusive': 'true',
        'enable-bpf-masquerade': 'false',
        'enable-cilium-endpoint-slice': 'false',
        'enable-endpoint-routes': 'true',
        'enable-hubble': String(cluster.hubble),
        'enable-ipv4': 'true',
        'enable-ipv4-masquerade': 'false',
        'enable-ipv6': 'false',
        'enable-wireguard': cluster.wireguard ? 'true' : undefined,
        'identity-allocation-mode': 'crd',
        ipam: 'eni',
        'kube-proxy-replacement': 'true',
        'nodes-gc-interval': '5m0s',
        'remove-cilium-node-taints': 'true',
        'routing-mode': 'native',
        'set-cilium-is-up-condition': 'true',
        'set-cilium-node-taints': 'true',
        // A number of seconds became a duration.
        'unmanaged-pod-watcher-interval': isSince119 ? '15s' : '15',
        ...facts.data,
      },
    },
    metadata ? { metadata } : {},
  );
}
