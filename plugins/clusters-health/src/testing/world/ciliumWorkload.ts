import { Json, merge } from './merge';
import { ago } from './time';

/** Cilium's agent, ready on every node. */
export function ciliumDaemonSet(change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: {
        name: 'cilium',
        namespace: 'kube-system',
        generation: 1,
        creationTimestamp: ago(1000),
        labels: { 'k8s-app': 'cilium' },
      },
      spec: {
        selector: { matchLabels: { 'k8s-app': 'cilium' } },
        template: {
          spec: {
            hostNetwork: true,
            tolerations: [{ operator: 'Exists' }],
            containers: [
              {
                name: 'cilium-agent',
                image: 'quay.io/cilium/cilium:v1.19.7',
                env: [{ name: 'KUBERNETES_SERVICE_HOST', value: 'api' }],
              },
            ],
          },
        },
      },
      status: {
        observedGeneration: 1,
        desiredNumberScheduled: 1,
        currentNumberScheduled: 1,
        numberReady: 1,
        numberAvailable: 1,
        updatedNumberScheduled: 1,
      },
    },
    change,
  );
}

/** Cilium's operator, available. */
export function ciliumOperatorDeployment(change: Json = {}): Json {
  return merge(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'cilium-operator',
        namespace: 'kube-system',
        creationTimestamp: ago(1000),
        labels: { 'io.cilium/app': 'operator' },
      },
      spec: {
        replicas: 2,
        selector: { matchLabels: { 'io.cilium/app': 'operator' } },
        template: {
          spec: {
            hostNetwork: true,
            tolerations: [{ operator: 'Exists' }],
            containers: [
              {
                name: 'cilium-operator',
                image: 'quay.io/cilium/operator-aws:v1.19.7',
              },
            ],
          },
        },
      },
      status: { availableReplicas: 2, readyReplicas: 2, updatedReplicas: 2 },
    },
    change,
  );
}

/** `cilium-config` in ENI mode. */
export function ciliumConfigMap(data: Record<string, string> = {}): Json {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'cilium-config',
      namespace: 'kube-system',
      creationTimestamp: ago(1000),
    },
    data: {
      ipam: 'eni',
      'kube-proxy-replacement': 'true',
      'set-cilium-node-taints': 'true',
      'cluster-name': 'test',
      ...data,
    },
  };
}

/** The lease of Cilium's operator. */
export function ciliumLease(minutes = 0.01): Json {
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name: 'cilium-operator-resource-lock',
      namespace: 'kube-system',
      creationTimestamp: ago(1000),
    },
    spec: {
      holderIdentity: 'cilium-operator-1-lab',
      leaseDurationSeconds: 15,
      renewTime: ago(minutes),
    },
  };
}
