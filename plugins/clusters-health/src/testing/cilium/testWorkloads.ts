import { ago } from './testTime';

interface WorkloadOptions {
  name?: string;
  label?: string;
  desired?: number;
  ready?: number;
  updated?: number;
  unavailable?: number;
  image?: string;
  env?: object[] | null;
  tolerations?: object[];
  nodeSelector?: object;
  affinity?: object;
  conditions?: object[];
}

function template(options: WorkloadOptions, container: string, image: string) {
  return {
    spec: {
      tolerations: options.tolerations ?? [{ operator: 'Exists' }],
      nodeSelector: options.nodeSelector,
      affinity: options.affinity,
      containers: [
        {
          name: container,
          image: options.image ?? image,
          env:
            options.env === null
              ? undefined
              : options.env ?? [
                  { name: 'KUBERNETES_SERVICE_HOST', value: 'x.eks.aws' },
                ],
        },
      ],
    },
  };
}

/** A DaemonSet; Cilium's agent unless named otherwise. */
export function agentSet(options: WorkloadOptions): object {
  const { name = 'cilium', desired = 1 } = options;
  return {
    metadata: {
      name,
      namespace: 'kube-system',
      generation: 1,
      labels: { 'k8s-app': options.label ?? name },
    },
    spec: {
      template: template(
        options,
        'cilium-agent',
        'quay.io/cilium/cilium:v1.19.9',
      ),
    },
    status: {
      desiredNumberScheduled: desired,
      numberReady: options.ready ?? desired,
      updatedNumberScheduled: options.updated ?? desired,
      numberUnavailable: options.unavailable,
      observedGeneration: 1,
    },
  };
}

/** A Deployment; Cilium's operator unless named otherwise. */
export function operator(options: WorkloadOptions): object {
  const { name = 'cilium-operator', desired = 1 } = options;
  return {
    metadata: {
      name,
      namespace: 'kube-system',
      generation: 1,
      labels:
        name === 'cilium-operator'
          ? { 'io.cilium/app': 'operator' }
          : { 'k8s-app': name },
    },
    spec: {
      replicas: desired,
      template: template(
        options,
        'cilium-operator',
        'quay.io/cilium/operator-aws:v1.19.9',
      ),
    },
    status: {
      availableReplicas: options.ready ?? desired,
      readyReplicas: options.ready ?? desired,
      updatedReplicas: options.updated ?? desired,
      observedGeneration: 1,
      conditions: options.conditions,
    },
  };
}

/** The operator's Lease, renewed so many seconds ago. */
export function lease(age: number, holder = 'leader', duration = 15): object {
  return {
    metadata: { name: 'cilium-operator-resource-lock' },
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: duration,
      renewTime: ago(age),
    },
  };
}

/** `cilium-config`, ENI mode with kube-proxy replaced. */
export function config(
  data: Record<string, string | undefined>,
  changed?: number,
): object {
  return {
    metadata: {
      name: 'cilium-config',
      namespace: 'kube-system',
      managedFields:
        changed === undefined
          ? undefined
          : [{ time: ago(changed + 999) }, { time: ago(changed) }],
    },
    data: Object.fromEntries(
      Object.entries({
        ipam: 'eni',
        'kube-proxy-replacement': 'true',
        'agent-not-ready-taint-key': 'node.cilium.io/agent-not-ready',
        ...data,
      }).filter(([, value]) => value !== undefined),
    ),
  };
}
