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
  literal,
  number,
  object,
  exists,
  text,
  time,
  shared,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { type ConditionFacts, conditionsWhere } from './parts/conditions';
import { labelledFields } from './parts/metadata';
import { podPlacement } from './parts/podPlacement';
import { podRequest } from './parts/podRequest';
import { tolerations } from './parts/tolerations';

/** How a container ended. */
interface TerminatedFacts {
  reason?: string;
  exitCode?: number;
  finishedAt?: number;
}

/** The status of one container of a pod. */
export interface ContainerStatusFacts {
  name: string;
  init: boolean;
  ready: boolean;
  restarts: number;
  image?: string;
  waitingReason?: string;
  /** `lastState.terminated`, else `state.terminated`. */
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
  const fields = {
    name: withDefault(text('name'), ''),
    ready: withDefault(flag('ready'), false),
    restarts: withDefault(count('restartCount'), 0),
    image: text('image'),
    waitingReason: text('state.waiting.reason'),
    terminated: firstOf(
      terminated('lastState.terminated'),
      terminated('state.terminated'),
    ),
  };
  return each(
    path,
    literal(fields, (of, status) => ({
      name: of.name.read(status),
      init,
      ready: of.ready.read(status),
      restarts: of.restarts.read(status),
      image: of.image.read(status),
      waitingReason: of.waitingReason.read(status),
      terminated: of.terminated.read(status),
    })),
  );
}

/**
 * `Ready` is always kept, because rules need to know since when a pod is ready;
 * other conditions only matter while they are not `True`.
 */
function isKept({
  type,
  status,
}: Pick<ConditionFacts, 'type' | 'status'>): boolean {
  return type === 'Ready' || status !== 'True';
}

/** Pods. */
export const pod = defineKind({
  group: '',
  version: 'v1',
  resource: 'pods',
  kind: 'Pod',
  namespaced: true,
  asManyAs: 'pods',
  fields: {
    ...labelledFields,
    nodeName: text('spec.nodeName'),
    phase: text('status.phase'),
    reason: text('status.reason'),
    hostNetwork: withDefault(flag('spec.hostNetwork'), false),
    podIp: text('status.podIP'),
    tolerations: tolerations('spec.tolerations'),
    /** Which nodes the scheduler may choose, besides taints and size. */
    placement: podPlacement,
    startedAt: time('status.startTime'),
    /** Cores that the scheduler reserves. */
    cpu: podRequest('cpu'),
    /** Bytes of memory that the scheduler reserves. */
    memory: podRequest('memory'),
    /** GPUs (`nvidia.com/gpu`) that the scheduler reserves. */
    gpus: podRequest('gpus'),
    /** Whether the pod has local data that a drain deletes. */
    localData: mapped(each('spec.volumes', exists('emptyDir')), volumes =>
      volumes.includes(true),
    ),
    /** `Ready`, and every condition that is not `True`. */
    conditions: conditionsWhere(isKept),
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

/** The facts that are kept of a Pod. */
export type PodFacts = FactsOf<typeof pod>;
