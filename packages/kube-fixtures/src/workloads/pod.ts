import { build, type Overrides } from '../base/build';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';
import { podSpec } from './podSpec';
import {
  ownerOf,
  replicaSetUidOf,
  service,
  uidOf,
  type Workload,
} from './Workload';

/** What decides how a Pod looks. */
export interface PodFacts {
  workload?: Workload;
  uid?: string;
  createdAt?: string;
  /** The Node that it is on; `null` while there is none. */
  node?: string | null;
  /** The address of that Node. */
  hostIp?: string;
  ip?: string;
  /** Default: when it was created. */
  scheduledAt?: string;
  /** `null` while its container has not started. */
  startedAt?: string | null;
  ready?: boolean;
  /** Since when it is ready, or not. */
  readySince?: string;
  /** The scheduler's words while no node fits. */
  unschedulable?: string;
  restarts?: number;
  /** Why its container does not run. */
  waiting?: { reason: string; message?: string };
  /** How its container ended the last time. */
  lastExit?: Record<string, unknown>;
  deletedAt?: string;
}

type Known = PodFacts & {
  workload: Workload;
  createdAt: string;
  scheduledAt: string;
  node: string | null;
  startedAt: string | null;
  ready: boolean;
};

/** The defaults for facts that are left out. */
function known(facts: PodFacts): Known {
  const { createdAt = ago('50m') } = facts;
  const node =
    facts.node === undefined && facts.unschedulable === undefined
      ? 'general-1'
      : facts.node ?? null;
  const { startedAt = node === null ? null : createdAt } = facts;
  return {
    ...facts,
    workload: facts.workload ?? service('web'),
    createdAt,
    scheduledAt: facts.scheduledAt ?? createdAt,
    node,
    startedAt,
    ready: facts.ready ?? startedAt !== null,
  };
}

function condition(
  type: string,
  isMet: boolean,
  since: string,
  why: { reason?: string; message?: string } = {},
) {
  return {
    type,
    status: isMet ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: since,
    ...(!isMet && why),
  };
}

function conditions(full: Known) {
  if (full.node === null) {
    return [
      condition('PodScheduled', false, full.createdAt, {
        reason: 'Unschedulable',
        message: full.unschedulable ?? '',
      }),
    ];
  }
  const why = {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${full.workload.container.name}]`,
  };
  const since = full.readySince ?? full.startedAt ?? full.scheduledAt;
  return [
    condition('PodReadyToStartContainers', full.startedAt !== null, since),
    condition('Initialized', true, full.scheduledAt),
    condition('Ready', full.ready, since, why),
    condition('ContainersReady', full.ready, since, why),
    condition('PodScheduled', true, full.scheduledAt),
  ];
}

function containerStatus(full: Known, uid: string) {
  const { name, image } = full.workload.container;
  return {
    image,
    imageID: full.startedAt ? `${image}@sha256:${uid}` : '',
    lastState: full.lastExit ? { terminated: full.lastExit } : {},
    name,
    ready: full.ready,
    restartCount: full.restarts ?? 0,
    started: full.ready,
    state:
      full.waiting || !full.startedAt
        ? { waiting: full.waiting ?? { reason: 'ContainerCreating' } }
        : { running: { startedAt: full.startedAt } },
  };
}

function statusOf(full: Known, uid: string) {
  const base = {
    conditions: conditions(full),
    phase: full.startedAt ? 'Running' : 'Pending',
    qosClass: 'Burstable',
  };
  if (full.node === null) {
    return base;
  }
  const { hostIp = '10.0.0.10' } = full;
  const ip = full.workload.hostNetwork ? hostIp : full.ip;
  const hasAddress = ip !== undefined && full.startedAt !== null;
  return {
    ...base,
    containerStatuses: [containerStatus(full, uid)],
    hostIP: hostIp,
    hostIPs: [{ ip: hostIp }],
    podIP: hasAddress ? ip : undefined,
    podIPs: hasAddress ? [{ ip }] : undefined,
    startTime: full.scheduledAt,
  };
}

/** A Pod of a service, running on `general-1` unless the facts say otherwise. */
export function pod(
  name: string,
  facts: PodFacts & Overrides = {},
): KubeObject {
  const full = known(facts);
  const { workload, uid = `pod-${name}` } = full;
  const inDaemonSet = workload.kind === 'DaemonSet';
  const { hash = 'hash' } = workload;
  return build(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        generateName: `${ownerOf(workload)}-`,
        namespace: workload.namespace,
        uid,
        creationTimestamp: full.createdAt,
        generation: 1,
        deletionTimestamp: full.deletedAt,
        deletionGracePeriodSeconds: full.deletedAt ? 30 : undefined,
        labels: {
          ...workload.labels,
          ...(inDaemonSet
            ? {
                'controller-revision-hash': hash,
                'pod-template-generation': '1',
              }
            : { 'pod-template-hash': hash }),
        },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            blockOwnerDeletion: true,
            controller: true,
            kind: inDaemonSet ? 'DaemonSet' : 'ReplicaSet',
            name: ownerOf(workload),
            uid: inDaemonSet ? uidOf(workload) : replicaSetUidOf(workload),
          },
        ],
      },
      spec: {
        ...podSpec(workload),
        enableServiceLinks: true,
        nodeName: full.node ?? undefined,
        preemptionPolicy: 'PreemptLowerPriority',
        priority: workload.priorityClassName ? 2000000000 : 0,
      },
      status: statusOf(full, uid),
    },
    facts,
  );
}

/** A Pod that has fit on no node for a given time. */
export function waitingPod(
  name: string,
  createdAt: string,
  facts: PodFacts & Overrides = {},
): KubeObject {
  return pod(name, {
    createdAt,
    unschedulable: '0/1 nodes are available: 1 Insufficient cpu.',
    ...facts,
  });
}
