import * as kube from '@clusterworks/kube-fixtures';

interface WorkloadOptions {
  name?: string;
  label?: string;
  desired?: number;
  ready?: number;
  updated?: number;
  unavailable?: number;
  image?: string;
  env?: Record<string, string> | null;
  tolerations?: Record<string, unknown>[];
  nodeSelector?: object;
  affinity?: object;
  conditions?: object[];
  /** Seconds since the workload was created. */
  age?: number;
}

/** A workload with the given values instead of its defaults. */
function workloadOf(
  base: kube.Workload,
  options: WorkloadOptions,
): kube.Workload {
  const { name = base.name, env = base.container.env, age } = options;
  return {
    ...base,
    name,
    labels:
      name === base.name && !options.label
        ? base.labels
        : { 'k8s-app': options.label ?? name },
    replicas: options.desired ?? 1,
    tolerations: options.tolerations ?? base.tolerations,
    createdAt: age === undefined ? undefined : kube.ago(`${age}s`),
    container: {
      ...base.container,
      image: options.image ?? base.container.image,
      env: env ?? undefined,
    },
  };
}

function placement({ nodeSelector, affinity }: WorkloadOptions): kube.Json {
  return { template: { spec: { nodeSelector, affinity } } };
}

/** A DaemonSet; Cilium's agent by default. */
export function agentSet(options: WorkloadOptions = {}): kube.KubeObject {
  const { unavailable } = options;
  return kube.daemonSet(workloadOf(kube.ciliumAgent(), options), {
    ready: options.ready,
    updated: options.updated,
    spec: placement(options),
    ...(unavailable !== undefined && {
      status: { numberUnavailable: unavailable },
    }),
  });
}

/** A Deployment; Cilium's operator by default. */
export function operator(options: WorkloadOptions = {}): kube.KubeObject {
  return kube.deployment(workloadOf(kube.ciliumOperator(), options), {
    ready: options.ready,
    updated: options.updated,
    // The time of the condition Available matters only in tests that give it.
    status: { conditions: options.conditions },
    ...(options.age === undefined && {
      metadata: { creationTimestamp: undefined },
    }),
  });
}

/** The operator's Lease, renewed the given number of seconds ago. */
export function lease(
  age: number,
  holder = 'leader',
  seconds = 15,
): kube.KubeObject {
  return kube.lease(kube.leaderLeases.ciliumOperator, {
    holder,
    seconds,
    renewedAt: kube.ago(`${age}s`),
  });
}

/** `cilium-config` in ENI mode, changed the given number of seconds ago. */
export function config(
  data: Record<string, string | undefined> = {},
  changed?: number,
): kube.KubeObject {
  return kube.ciliumConfig({
    data,
    metadata:
      changed === undefined
        ? undefined
        : {
            managedFields: [
              { time: kube.ago(`${changed + 999}s`) },
              { time: kube.ago(`${changed}s`) },
            ],
          },
  });
}
