import type { ApiResource } from './ApiResource';

function define(
  groupVersion: string,
  kind: string,
  plural: string,
  options: Partial<ApiResource> = {},
): ApiResource {
  const [first, second] = groupVersion.split('/');
  return {
    group: second === undefined ? '' : first,
    version: second ?? first,
    kind,
    plural,
    singular: kind.toLocaleLowerCase('en-US'),
    namespaced: true,
    custom: false,
    selectableFields: [],
    ...options,
  };
}

const clusterScoped = { namespaced: false };

/**
 * The built-in kinds that the simulated API server serves: all that our reader
 * and `@backstage/plugin-kubernetes-backend` ask for. Field selectors are those
 * of Kubernetes 1.35.
 */
export const builtInResources: readonly ApiResource[] = [
  define('v1', 'ConfigMap', 'configmaps', { shortNames: ['cm'] }),
  define('v1', 'Event', 'events', {
    shortNames: ['ev'],
    selectableFields: [
      'involvedObject.apiVersion',
      'involvedObject.fieldPath',
      'involvedObject.kind',
      'involvedObject.name',
      'involvedObject.namespace',
      'involvedObject.resourceVersion',
      'involvedObject.uid',
      'reason',
      'reportingComponent',
      'source',
      'type',
    ],
  }),
  define('v1', 'LimitRange', 'limitranges', { shortNames: ['limits'] }),
  define('v1', 'Namespace', 'namespaces', {
    ...clusterScoped,
    shortNames: ['ns'],
    selectableFields: ['status.phase'],
  }),
  define('v1', 'Node', 'nodes', {
    ...clusterScoped,
    shortNames: ['no'],
    selectableFields: ['spec.unschedulable'],
  }),
  define('v1', 'Pod', 'pods', {
    shortNames: ['po'],
    categories: ['all'],
    selectableFields: [
      'spec.hostNetwork',
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.serviceAccountName',
      'status.nominatedNodeName',
      'status.phase',
      'status.podIP',
    ],
  }),
  define('v1', 'ResourceQuota', 'resourcequotas', { shortNames: ['quota'] }),
  define('v1', 'Secret', 'secrets', { selectableFields: ['type'] }),
  define('v1', 'Service', 'services', {
    shortNames: ['svc'],
    categories: ['all'],
    selectableFields: ['spec.clusterIP', 'spec.type'],
  }),
  define(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    'customresourcedefinitions',
    {
      ...clusterScoped,
      shortNames: ['crd', 'crds'],
      categories: ['api-extensions'],
    },
  ),
  define('apps/v1', 'DaemonSet', 'daemonsets', {
    shortNames: ['ds'],
    categories: ['all'],
  }),
  define('apps/v1', 'Deployment', 'deployments', {
    shortNames: ['deploy'],
    categories: ['all'],
  }),
  define('apps/v1', 'ReplicaSet', 'replicasets', {
    shortNames: ['rs'],
    categories: ['all'],
    selectableFields: ['status.replicas'],
  }),
  define('apps/v1', 'StatefulSet', 'statefulsets', {
    shortNames: ['sts'],
    categories: ['all'],
  }),
  define(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    {
      shortNames: ['hpa'],
      categories: ['all'],
    },
  ),
  define('batch/v1', 'CronJob', 'cronjobs', {
    shortNames: ['cj'],
    categories: ['all'],
  }),
  define('batch/v1', 'Job', 'jobs', {
    categories: ['all'],
    selectableFields: ['status.successful'],
  }),
  define('coordination.k8s.io/v1', 'Lease', 'leases'),
  define('networking.k8s.io/v1', 'Ingress', 'ingresses', {
    shortNames: ['ing'],
  }),
  define('policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets', {
    shortNames: ['pdb'],
  }),
  define('storage.k8s.io/v1', 'VolumeAttachment', 'volumeattachments', {
    ...clusterScoped,
  }),
];
