import { Fields } from '../Fields';
import { ConditionFacts, readConditions } from './conditions';
import { MetaFacts, readMeta } from './meta';
import { podRequest } from './podRequests';
import { readTolerations, TolerationFacts } from './scheduling';

/** How one container of a pod runs. */
export interface ContainerStatusFacts {
  name: string;
  init: boolean;
  ready: boolean;
  restarts: number;
  image?: string;
  waitingReason?: string;
  runningSince?: number;
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
  priorityClass?: string;
  nodeSelector: Record<string, string>;
  tolerations: TolerationFacts[];
  /** What the scheduler reserves: cores. */
  cpu: number;
  /** What the scheduler reserves: bytes. */
  memory: number;
  /** What the scheduler reserves: `nvidia.com/gpu`. */
  gpus: number;
  /** Whether it has local data that a drain loses. */
  localData: boolean;
  conditions: ConditionFacts[];
  containers: ContainerStatusFacts[];
}

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
    priorityClass: spec.text('priorityClassName'),
    nodeSelector: spec.textMap('nodeSelector'),
    tolerations: readTolerations(spec),
    cpu: podRequest(spec, 'cpu'),
    memory: podRequest(spec, 'memory'),
    gpus: podRequest(spec, 'nvidia.com/gpu'),
    localData: spec.objects('volumes').some(volume => volume.has('emptyDir')),
    conditions: readConditions(status),
    containers: [
      ...status.objects('initContainerStatuses').map(c => readStatus(c, true)),
      ...status.objects('containerStatuses').map(c => readStatus(c, false)),
    ],
  };
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
    runningSince: state.object('running').time('startedAt'),
    terminated: holder.has('terminated')
      ? {
          reason: terminated.text('reason'),
          exitCode: terminated.number('exitCode'),
          finishedAt: terminated.time('finishedAt'),
        }
      : undefined,
  };
}
