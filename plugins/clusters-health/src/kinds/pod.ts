import { defineKind } from './defineKind';
import {
  count,
  derived,
  each,
  type Field,
  firstOf,
  flag,
  ifPresent,
  mapped,
  number,
  object,
  objects,
  exists,
  text,
  time,
  shared,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { allConditions, type ConditionFacts } from './parts/conditions';
import { labelledFields } from './parts/metadata';
import { podRequest } from './parts/podRequest';

/** How a container ended. */
interface TerminatedFacts {
  reason?: string;
  exitCode?: number;
  finishedAt?: number;
}

/** How one container of a pod runs. */
export interface ContainerStatusFacts {
  name: string;
  init: boolean;
  ready: boolean;
  restarts: number;
  image?: string;
  waitingReason?: string;
  /** Of `lastState.terminated`, else of `state.terminated`. */
  terminated?: TerminatedFacts;
}

function terminated(path: string): Field<TerminatedFacts | undefined> {
  return ifPresent(
    path,
    object(path, {
      reason: text('reason'),
      exitCode: number('exitCode'),
      finishedAt: time('finishedAt'),
    }),
  );
}

function statuses(path: string, init: boolean): Field<ContainerStatusFacts[]> {
  return mapped(
    objects(path, {
      name: withDefault(text('name'), ''),
      ready: withDefault(flag('ready'), false),
      restarts: withDefault(count('restartCount'), 0),
      image: text('image'),
      waitingReason: text('state.waiting.reason'),
      terminated: firstOf(
        terminated('lastState.terminated'),
        terminated('state.terminated'),
      ),
    }),
    all => all.map(status => ({ ...status, init })),
  );
}

/** A condition that is as it should be matters only of a pod that is ready. */
function isKept({ type, status }: ConditionFacts): boolean {
  return type === 'Ready' || status !== 'True';
}

/** Pods. */
export const pod = defineKind({
  group: '',
  version: 'v1',
  resource: 'pods',
  kind: 'Pod',
  namespaced: true,
  fields: {
    ...labelledFields,
    nodeName: text('spec.nodeName'),
    phase: text('status.phase'),
    reason: text('status.reason'),
    hostNetwork: withDefault(flag('spec.hostNetwork'), false),
    podIp: text('status.podIP'),
    startedAt: time('status.startTime'),
    /** What the scheduler reserves: cores. */
    cpu: podRequest('cpu'),
    /** What the scheduler reserves: bytes. */
    memory: podRequest('memory'),
    /** What the scheduler reserves: `nvidia.com/gpu`. */
    gpus: podRequest('nvidia.com/gpu'),
    /** Whether it has local data that a drain loses. */
    localData: mapped(each('spec.volumes', exists('emptyDir')), volumes =>
      volumes.includes(true),
    ),
    /** `Ready`, and what is not `True`. */
    conditions: shared(mapped(allConditions, all => all.filter(isKept))),
    containers: shared(
      derived(
        {
          init: statuses('status.initContainerStatuses', true),
          main: statuses('status.containerStatuses', false),
        },
        ({ init, main }) => [...init, ...main],
      ),
    ),
  },
});

/** What is kept of a Pod. */
export type PodFacts = FactsOf<typeof pod>;
