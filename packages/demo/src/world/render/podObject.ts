import { KubeObject } from '@clusterworks/kube-simulator';
import { PodModel, Workload } from '../model/Workload';

const nodeTolerations = [
  {
    effect: 'NoExecute',
    key: 'node.kubernetes.io/not-ready',
    operator: 'Exists',
    tolerationSeconds: 300,
  },
  {
    effect: 'NoExecute',
    key: 'node.kubernetes.io/unreachable',
    operator: 'Exists',
    tolerationSeconds: 300,
  },
];

/** The spec that a pod shares with the template it was made from. */
export function podSpec(workload: Workload) {
  const { container } = workload;
  const requests = {
    ...container.requests,
    ...(workload.gpus && { 'nvidia.com/gpu': String(workload.gpus) }),
  };
  return {
    containers: [
      {
        ...(container.env && {
          env: Object.entries(container.env).map(([name, value]) => ({
            name,
            value,
          })),
        }),
        image: container.image,
        imagePullPolicy: 'IfNotPresent',
        name: container.name,
        resources: {
          ...(Object.keys(requests).length > 0 && { requests }),
          ...(workload.gpus && {
            limits: { 'nvidia.com/gpu': String(workload.gpus) },
          }),
        },
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
      },
    ],
    dnsPolicy: 'ClusterFirst',
    ...(workload.hostNetwork && { hostNetwork: true }),
    ...(workload.priorityClassName && {
      priorityClassName: workload.priorityClassName,
    }),
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    ...(workload.serviceAccountName && {
      serviceAccount: workload.serviceAccountName,
      serviceAccountName: workload.serviceAccountName,
    }),
    terminationGracePeriodSeconds: 30,
    tolerations: [...workload.tolerations, ...nodeTolerations],
  };
}

function condition(
  type: string,
  isMet: boolean,
  time: string | undefined,
  more: Record<string, string> = {},
) {
  return {
    type,
    status: isMet ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: time,
    ...more,
  };
}

function conditions(pod: PodModel) {
  if (!pod.scheduledAt) {
    return [
      condition('PodScheduled', false, pod.createdAt, {
        reason: 'Unschedulable',
        message: pod.unschedulable ?? '',
      }),
    ];
  }
  const notReady: Record<string, string> = pod.ready
    ? {}
    : {
        reason: 'ContainersNotReady',
        message: `containers with unready status: [${pod.workload.container.name}]`,
      };
  const since = pod.readyAt ?? pod.startedAt ?? pod.scheduledAt;
  return [
    condition('PodReadyToStartContainers', pod.startedAt !== undefined, since),
    condition('Initialized', true, pod.scheduledAt),
    condition('Ready', pod.ready, since, notReady),
    condition('ContainersReady', pod.ready, since, notReady),
    condition('PodScheduled', true, pod.scheduledAt),
  ];
}

function containerStatus(pod: PodModel) {
  const { container } = pod.workload;
  const state =
    pod.waiting || !pod.startedAt
      ? { waiting: pod.waiting ?? { reason: 'ContainerCreating' } }
      : { running: { startedAt: pod.startedAt } };
  return {
    image: container.image,
    imageID: pod.startedAt ? `${container.image}@sha256:${pod.uid}` : '',
    lastState: pod.lastExit ? { terminated: pod.lastExit } : {},
    name: container.name,
    ready: pod.ready,
    restartCount: pod.restarts ?? 0,
    started: pod.ready,
    state,
  };
}

function status(pod: PodModel) {
  const phase = pod.startedAt ? 'Running' : 'Pending';
  const base = { conditions: conditions(pod), phase, qosClass: 'Burstable' };
  if (!pod.machine || !pod.scheduledAt) {
    return base;
  }
  const ip = pod.workload.hostNetwork ? pod.machine.ip : pod.ip;
  return {
    ...base,
    containerStatuses: [containerStatus(pod)],
    hostIP: pod.machine.ip,
    hostIPs: [{ ip: pod.machine.ip }],
    ...(ip && pod.startedAt && { podIP: ip, podIPs: [{ ip }] }),
    startTime: pod.scheduledAt,
  };
}

/** A Pod. */
export function podObject(pod: PodModel): KubeObject {
  const { workload } = pod;
  const inDaemonSet = workload.kind === 'DaemonSet';
  const owner = inDaemonSet
    ? workload.name
    : `${workload.name}-${workload.hash}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      generateName: `${owner}-`,
      namespace: pod.namespace,
      uid: pod.uid,
      creationTimestamp: pod.createdAt,
      generation: 1,
      ...(pod.deletedAt && {
        deletionTimestamp: pod.deletedAt,
        deletionGracePeriodSeconds: 30,
      }),
      labels: {
        ...workload.labels,
        ...workload.podLabels,
        ...(inDaemonSet
          ? {
              'controller-revision-hash': workload.hash,
              'pod-template-generation': '1',
            }
          : { 'pod-template-hash': workload.hash }),
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: inDaemonSet ? 'DaemonSet' : 'ReplicaSet',
          name: owner,
          uid: inDaemonSet ? workload.uid : workload.replicaSetUid,
        },
      ],
    },
    spec: {
      ...podSpec(workload),
      enableServiceLinks: true,
      ...(pod.machine && { nodeName: pod.machine.nodeName }),
      preemptionPolicy: 'PreemptLowerPriority',
      priority: workload.priorityClassName ? 2000000000 : 0,
    },
    status: status(pod),
  };
}

/** The CiliumEndpoint of a running pod that has an address. */
export function ciliumEndpointObject(pod: PodModel): KubeObject {
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumEndpoint',
    metadata: {
      name: pod.name,
      namespace: pod.namespace,
      creationTimestamp: pod.startedAt,
      generation: 1,
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Pod', name: pod.name, uid: pod.uid },
      ],
    },
    status: {
      encryption: {},
      'external-identifiers': { 'pod-name': `${pod.namespace}/${pod.name}` },
      id: pod.endpointId,
      identity: {
        id:
          10000 +
          (pod.workload.name.length % 50) * 100 +
          pod.workload.namespace.length,
        labels: [`k8s:io.kubernetes.pod.namespace=${pod.namespace}`],
      },
      networking: {
        addressing: [{ ipv4: pod.ip }],
        node: pod.machine?.ip,
      },
      state: 'ready',
    },
  };
}
