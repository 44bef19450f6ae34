import * as kube from '@clusterworks/kube-fixtures';

interface PodOptions {
  namespace?: string;
  labels?: Record<string, string>;
  node?: string;
  ready?: boolean;
  /** Seconds since the pod has been ready or not ready. */
  since?: number;
  /** Seconds since the pod was created. */
  age?: number;
  phase?: string;
  ip?: string;
  hostNetwork?: boolean;
  waiting?: string;
  restarts?: number;
  /** Seconds since the previous run ended. */
  ended?: number;
  exitCode?: number;
  unschedulable?: boolean;
  deleted?: boolean;
  /** Whether a ReplicaSet replaces the pod. */
  owned?: boolean;
}

const application = kube.service('web', 'apps');

/** A pod of an application, running on node `a`. */
export function pod(
  name: string,
  options: PodOptions = {},
  workload: kube.Workload = application,
): kube.KubeObject {
  const { since = 3000, waiting, ended, unschedulable, phase } = options;
  return kube.pod(name, {
    workload: {
      ...workload,
      namespace: options.namespace ?? workload.namespace,
      labels: options.labels ?? workload.labels,
      hostNetwork: options.hostNetwork ?? workload.hostNetwork,
    },
    node: unschedulable ? null : options.node ?? 'a',
    ip: options.ip,
    createdAt: kube.ago(`${options.age ?? 3600}s`),
    ready: options.ready ?? true,
    readySince: kube.ago(`${since}s`),
    restarts: options.restarts,
    waiting: waiting ? { reason: waiting } : undefined,
    lastExit:
      ended === undefined
        ? undefined
        : {
            reason: 'Error',
            exitCode: options.exitCode ?? 1,
            finishedAt: kube.ago(`${ended}s`),
          },
    deletedAt: options.deleted ? kube.ago('1s') : undefined,
    unschedulable: unschedulable
      ? '0/1 nodes are available: untolerated taint'
      : undefined,
    ...(options.owned ? {} : { metadata: { ownerReferences: undefined } }),
    ...(phase !== undefined && { status: { phase } }),
  });
}

/** The agent's pod on a node. */
export function agentPod(
  node: string,
  options: PodOptions = {},
): kube.KubeObject {
  return pod(`cilium-${node}`, { node, ...options }, kube.ciliumAgent());
}

/** A FailedCreatePodSandBox event of kubelet. */
export function sandboxEvent(
  name: string,
  message: string,
  times: { first: number; last: number },
): kube.KubeObject {
  return kube.kubeletEvent(
    { kind: 'Pod', namespace: 'apps', name },
    { reason: 'FailedCreatePodSandBox', message },
    {
      firstAt: kube.ago(`${times.first}s`),
      at: kube.ago(`${times.last}s`),
      count: 3,
      id: '1',
    },
  );
}
