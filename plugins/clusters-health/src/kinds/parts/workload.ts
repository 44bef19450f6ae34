import {
  count,
  type Field,
  flag,
  ifPresent,
  mapped,
  objects,
  shared,
  text,
  textMap,
  uncaptured,
  type ValuesOf,
  withDefault,
} from '../fields';
import { conditions } from './conditions';
import { labelledFields } from './metadata';
import { nodeTerms } from './nodeTerms';
import { tolerations } from './tolerations';

/**
 * Environment variables that rules read. The values of others are never kept.
 */
const keptEnvironment: ReadonlySet<string> = new Set([
  'INTERRUPTION_QUEUE',
  'CLUSTER_NAME',
  'FEATURE_GATES',
  'KUBERNETES_SERVICE_HOST',
]);

/**
 * Environment variables of a container; absent when the container lists none,
 * as in captures: a variable may hold a secret, so a capture contains none.
 */
const environment: Field<Record<string, string> | undefined> = uncaptured(
  ifPresent(
    'env',
    mapped(
      objects('env', {
        name: withDefault(text('name'), ''),
        value: withDefault(text('value'), ''),
      }),
      variables =>
        Object.fromEntries(
          variables
            .filter(({ name }) => keptEnvironment.has(name))
            .map(({ name, value }) => [name, value]),
        ),
    ),
  ),
);

/** Facts that Deployments and DaemonSets have in common. */
export const workloadFields = {
  ...labelledFields,
  observedGeneration: count('status.observedGeneration'),
  containers: shared(
    objects('spec.template.spec.containers', {
      name: withDefault(text('name'), ''),
      image: text('image'),
      env: environment,
      requests: textMap('resources.requests'),
      limits: textMap('resources.limits'),
    }),
  ),
  tolerations: tolerations('spec.template.spec.tolerations'),
  nodeSelector: shared(textMap('spec.template.spec.nodeSelector')),
  nodeTerms: nodeTerms('spec.template.spec'),
  hostNetwork: withDefault(flag('spec.template.spec.hostNetwork'), false),
  matchLabels: shared(textMap('spec.selector.matchLabels')),
  conditions,
};

/** A container in the pod template of a workload. */
export type ContainerFacts = ValuesOf<
  typeof workloadFields
>['containers'][number];
