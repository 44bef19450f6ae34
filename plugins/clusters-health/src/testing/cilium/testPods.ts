import { ago } from './testTime';

interface PodOptions {
  namespace?: string;
  labels?: object;
  node?: string;
  ready?: boolean;
  /** Seconds since the pod is (un)ready. */
  since?: number;
  age?: number;
  phase?: string;
  ip?: string;
  hostNetwork?: boolean;
  waiting?: string;
  restarts?: number;
  /** Seconds since the last run ended. */
  ended?: number;
  exitCode?: number;
  unschedulable?: boolean;
  deleted?: boolean;
  /** Whether a ReplicaSet starts it anew. */
  owned?: boolean;
}

/** A pod of an application, running on node `a`. */
export function pod(name: string, options: PodOptions = {}): object {
  const { ready = true, since = 3000 } = options;
  return {
    metadata: {
      name,
      namespace: options.namespace ?? 'apps',
      uid: `uid-${name}`,
      labels: options.labels ?? {},
      creationTimestamp: ago(options.age ?? 3600),
      ownerReferences: options.owned
        ? [{ kind: 'ReplicaSet', name: 'web', controller: true }]
        : undefined,
      deletionTimestamp: options.deleted ? ago(1) : undefined,
    },
    spec: {
      nodeName: options.unschedulable ? undefined : options.node ?? 'a',
      hostNetwork: options.hostNetwork ?? false,
    },
    status: {
      phase: options.phase ?? 'Running',
      podIP: options.ip,
      conditions: [
        {
          type: 'Ready',
          status: ready ? 'True' : 'False',
          lastTransitionTime: ago(since),
        },
        ...(options.unschedulable
          ? [
              {
                type: 'PodScheduled',
                status: 'False',
                reason: 'Unschedulable',
                message: '0/1 nodes are available: untolerated taint',
                lastTransitionTime: ago(since),
              },
            ]
          : []),
      ],
      containerStatuses: [
        {
          name: 'cilium-agent',
          ready,
          restartCount: options.restarts ?? 0,
          state: options.waiting
            ? { waiting: { reason: options.waiting } }
            : { running: {} },
          lastState:
            options.ended === undefined
              ? undefined
              : {
                  terminated: {
                    reason: 'Error',
                    exitCode: options.exitCode ?? 1,
                    finishedAt: ago(options.ended),
                  },
                },
        },
      ],
    },
  };
}

/** The agent's pod on a node. */
export function agentPod(nodeName: string, options: PodOptions = {}): object {
  return pod(`cilium-${nodeName}`, {
    namespace: 'kube-system',
    labels: { 'k8s-app': 'cilium' },
    node: nodeName,
    hostNetwork: true,
    ip: '10.0.0.1',
    ...options,
  });
}

/** A FailedCreatePodSandBox of kubelet. */
export function sandboxEvent(
  podName: string,
  message: string,
  times: { first: number; last: number },
): object {
  return {
    metadata: { name: `${podName}.1`, namespace: 'apps' },
    reason: 'FailedCreatePodSandBox',
    message,
    count: 3,
    firstTimestamp: ago(times.first),
    lastTimestamp: ago(times.last),
    involvedObject: { kind: 'Pod', namespace: 'apps', name: podName },
  };
}
