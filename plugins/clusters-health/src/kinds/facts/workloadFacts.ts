import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plain, plainFields, plainMap } from '../plainFields';
import { ConditionFacts, conditionFields, readConditions } from './conditions';
import { MetaFacts, metaFields, readMeta } from './meta';
import {
  NodeSelectorTermFacts,
  readRequiredNodeTerms,
  readTolerations,
  requiredNodeFields,
  tolerationFields,
  TolerationFacts,
} from './scheduling';

/**
 * Environment variables that rules read. Values of others are never kept, and
 * a capture holds none at all.
 */
export const keptEnvironment: readonly string[] = [
  'INTERRUPTION_QUEUE',
  'CLUSTER_NAME',
  'FEATURE_GATES',
  'KUBERNETES_SERVICE_HOST',
];

/** A container of a workload's template. */
export interface ContainerFacts {
  name: string;
  image?: string;
  /** Absent when the container lists no variables at all, as in captures. */
  env?: Record<string, string>;
  requests: Record<string, string>;
  limits: Record<string, string>;
}

/** What is kept of a Deployment or DaemonSet. */
export interface WorkloadFacts extends MetaFacts {
  /** `spec.replicas` of a Deployment (default 1), desired nodes of a DaemonSet. */
  desired?: number;
  ready: number;
  available: number;
  updated: number;
  unavailable: number;
  observedGeneration?: number;
  containers: ContainerFacts[];
  tolerations: TolerationFacts[];
  nodeSelector: Record<string, string>;
  /** Required node affinity; absent when there is none. */
  nodeTerms?: NodeSelectorTermFacts[];
  hostNetwork: boolean;
  matchLabels: Record<string, string>;
  conditions: ConditionFacts[];
}

/** What `readDeployment` and `readDaemonSet` read. */
export const workloadFields: WantedFields = {
  ...metaFields,
  spec: {
    replicas: plain,
    selector: { matchLabels: plainMap },
    template: {
      spec: {
        containers: {
          ...plainFields('name', 'image'),
          env: plainFields('name', 'value'),
          resources: { requests: plainMap, limits: plainMap },
        },
        tolerations: tolerationFields,
        nodeSelector: plainMap,
        affinity: requiredNodeFields,
        hostNetwork: plain,
      },
    },
  },
  status: {
    ...conditionFields,
    ...plainFields(
      'observedGeneration',
      'readyReplicas',
      'availableReplicas',
      'updatedReplicas',
      'unavailableReplicas',
      'desiredNumberScheduled',
      'numberReady',
      'numberAvailable',
      'updatedNumberScheduled',
      'numberUnavailable',
    ),
  },
};

/** Reads a Deployment (apps/v1). */
export function readDeployment(object: Fields): WorkloadFacts {
  const spec = object.object('spec');
  const status = object.object('status');
  return {
    ...readTemplate(object),
    desired: spec.count('replicas') ?? 1,
    ready: status.count('readyReplicas') ?? 0,
    available: status.count('availableReplicas') ?? 0,
    updated: status.count('updatedReplicas') ?? 0,
    unavailable: status.count('unavailableReplicas') ?? 0,
  };
}

/** Reads a DaemonSet (apps/v1). */
export function readDaemonSet(object: Fields): WorkloadFacts {
  const status = object.object('status');
  return {
    ...readTemplate(object),
    desired: status.count('desiredNumberScheduled'),
    ready: status.count('numberReady') ?? 0,
    available: status.count('numberAvailable') ?? 0,
    updated: status.count('updatedNumberScheduled') ?? 0,
    unavailable: status.count('numberUnavailable') ?? 0,
  };
}

function readTemplate(object: Fields) {
  const spec = object.object('spec');
  const status = object.object('status');
  const pod = spec.object('template').object('spec');
  return {
    ...readMeta(object),
    observedGeneration: status.count('observedGeneration'),
    containers: pod.objects('containers').map(readContainer),
    tolerations: readTolerations(pod),
    nodeSelector: pod.textMap('nodeSelector'),
    nodeTerms: readRequiredNodeTerms(pod),
    hostNetwork: pod.flag('hostNetwork') ?? false,
    matchLabels: spec.object('selector').textMap('matchLabels'),
    conditions: readConditions(status),
  };
}

function readContainer(container: Fields): ContainerFacts {
  const resources = container.object('resources');
  return {
    name: container.text('name') ?? '',
    image: container.text('image'),
    env: container.has('env') ? readEnvironment(container) : undefined,
    requests: resources.textMap('requests'),
    limits: resources.textMap('limits'),
  };
}

function readEnvironment(container: Fields): Record<string, string> {
  const result: Record<string, string> = {};
  for (const variable of container.objects('env')) {
    const name = variable.text('name') ?? '';
    if (keptEnvironment.includes(name)) {
      result[name] = variable.text('value') ?? '';
    }
  }
  return result;
}
