import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plainFields } from '../plainFields';
import { ConditionFacts, conditionFields, readConditions } from './conditions';
import { MetaFacts, metaFields, readMeta } from './meta';
import { podRequest, podRequestFields } from './podRequests';

/** How one container of a pod runs. */
export interface ContainerStatusFacts {
  name: string;
  init: boolean;
  ready: boolean;
  restarts: number;
  image?: string;
  waitingReason?: string;
  /** Of `lastState.terminated`, else of `state.terminated`. */
  terminated?: { reason?: string; exitCode?: number; finishedAt?: number };
}

/** What is kept of a Pod. */
export interface PodFacts extends MetaFacts {
  nodeName?: string;
  phase?: string;
  reason?: string;
  hostNetwork: boolean;
  podIp?: string;
  startedAt?: number;
  /** What the scheduler reserves: cores. */
  cpu: number;
  /** What the scheduler reserves: bytes. */
  memory: number;
  /** What the scheduler reserves: `nvidia.com/gpu`. */
  gpus: number;
  /** Whether it has local data that a drain loses. */
  localData: boolean;
  /** `Ready`, and what is not `True`. */
  conditions: ConditionFacts[];
  containers: ContainerStatusFacts[];
}

const containerStatusFields: WantedFields = {
  ...plainFields('name', 'ready', 'restartCount', 'image'),
  ...Object.fromEntries(
    ['state', 'lastState'].map(state => [
      state,
      {
        waiting: plainFields('reason'),
        terminated: plainFields('reason', 'exitCode', 'finishedAt'),
      },
    ]),
  ),
};

/** What `readPod` reads. */
export const podFields: WantedFields = {
  ...metaFields,
  spec: {
    ...podRequestFields,
    ...plainFields('nodeName', 'hostNetwork'),
    volumes: plainFields('emptyDir'),
  },
  status: {
    ...conditionFields,
    ...plainFields('phase', 'reason', 'podIP', 'startTime'),
    initContainerStatuses: containerStatusFields,
    containerStatuses: containerStatusFields,
  },
};

/** Reads a Pod (v1). */
export function readPod(object: Fields): PodFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  return {
    ...readMeta(object),
    nodeName: spec.text('nodeName'),
    phase: status.text('phase'),
    reason: status.text('reason'),
    hostNetwork: spec.flag('hostNetwork') ?? false,
    podIp: status.text('podIP'),
    startedAt: status.time('startTime'),
    cpu: podRequest(spec, 'cpu'),
    memory: podRequest(spec, 'memory'),
    gpus: podRequest(spec, 'nvidia.com/gpu'),
    localData: spec.objects('volumes').some(volume => volume.has('emptyDir')),
    conditions: readConditions(status).filter(isNews),
    containers: [
      ...status.objects('initContainerStatuses').map(c => readStatus(c, true)),
      ...status.objects('containerStatuses').map(c => readStatus(c, false)),
    ],
  };
}

/** Of what is as it should be, only since when a pod is ready says anything. */
function isNews({ type, status }: ConditionFacts): boolean {
  return type === 'Ready' || status !== 'True';
}

function readStatus(fields: Fields, init: boolean): ContainerStatusFacts {
  const state = fields.object('state');
  const last = fields.object('lastState');
  const holder = last.has('terminated') ? last : state;
  const terminated = holder.object('terminated');
  return {
    name: fields.text('name') ?? '',
    init,
    ready: fields.flag('ready') ?? false,
    restarts: fields.count('restartCount') ?? 0,
    image: fields.text('image'),
    waitingReason: state.object('waiting').text('reason'),
    terminated: holder.has('terminated')
      ? {
          reason: terminated.text('reason'),
          exitCode: terminated.number('exitCode'),
          finishedAt: terminated.time('finishedAt'),
        }
      : undefined,
  };
}
