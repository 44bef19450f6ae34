import { KubeObject } from '@clusterworks/kube-simulator';
import { isAtLeast, WorldPlan } from '../model/WorldPlan';

/** The ConfigMap that the Cilium agents and the operator read. */
export function ciliumConfig(plan: WorldPlan, time: string): KubeObject {
  const durations = isAtLeast(plan.versions.cilium, '1.19');
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'cilium-config',
      namespace: 'kube-system',
      creationTimestamp: time,
      labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    },
    data: {
      'agent-not-ready-taint-key': 'node.cilium.io/agent-not-ready',
      'auto-create-cilium-node-resource': 'true',
      'aws-enable-prefix-delegation': String(plan.prefixDelegation),
      'aws-release-excess-ips': 'false',
      'cluster-id': '0',
      'cluster-name': plan.name,
      'cni-exclusive': 'true',
      'enable-bpf-masquerade': 'false',
      'enable-cilium-endpoint-slice': 'false',
      'enable-endpoint-routes': 'true',
      'enable-hubble': String(plan.hubble),
      'enable-ipv4': 'true',
      'enable-ipv4-masquerade': 'false',
      'enable-ipv6': 'false',
      ...(plan.wireguard && { 'enable-wireguard': 'true' }),
      'identity-allocation-mode': 'crd',
      ipam: 'eni',
      'kube-proxy-replacement': 'true',
      'nodes-gc-interval': '5m0s',
      'remove-cilium-node-taints': 'true',
      'routing-mode': 'native',
      'set-cilium-is-up-condition': 'true',
      'set-cilium-node-taints': 'true',
      'unmanaged-pod-watcher-interval': durations ? '15s' : '15',
    },
  };
}

/** A Lease as its holder renews it. */
export function lease(options: {
  name: string;
  namespace: string;
  holder: string;
  seconds: number;
  created: string;
  acquired?: Date;
  renewed: Date;
}): KubeObject {
  const micro = (time: Date) => `${time.toISOString().slice(0, -1)}000Z`;
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name: options.name,
      namespace: options.namespace,
      creationTimestamp: options.created,
    },
    spec: {
      ...(options.acquired && {
        acquireTime: micro(options.acquired),
        leaseTransitions: 0,
      }),
      holderIdentity: options.holder,
      leaseDurationSeconds: options.seconds,
      renewTime: micro(options.renewed),
    },
  };
}

/** A PodDisruptionBudget with one disruption to spare. */
export function disruptionBudget(
  of: { name: string; namespace: string; labels: Record<string, string> },
  pods: number,
  time: string,
): KubeObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: of.name,
      namespace: of.namespace,
      creationTimestamp: time,
      generation: 1,
    },
    spec: { maxUnavailable: 1, selector: { matchLabels: of.labels } },
    status: {
      conditions: [
        {
          type: 'DisruptionAllowed',
          status: 'True',
          reason: 'SufficientPods',
          message: '',
          lastTransitionTime: time,
          observedGeneration: 1,
        },
      ],
      currentHealthy: pods,
      desiredHealthy: pods - 1,
      disruptionsAllowed: 1,
      expectedPods: pods,
      observedGeneration: 1,
    },
  };
}

/** A namespace that is in use. */
export function namespace(name: string, time: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      creationTimestamp: time,
      labels: { 'kubernetes.io/metadata.name': name },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}
