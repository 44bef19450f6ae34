import { defineKind } from './defineKind';
import { count, withDefault } from './fields';
import type { FactsOf } from './Kind';
import { workloadFields } from './parts/workload';

/** Deployments, those of Karpenter and Cilium's operator among them. */
export const deployment = defineKind({
  group: 'apps',
  version: 'v1',
  resource: 'deployments',
  kind: 'Deployment',
  namespaced: true,
  asManyAs: 'pods',
  required: true,
  fields: {
    ...workloadFields,
    desired: withDefault(count('spec.replicas'), 1),
    ready: withDefault(count('status.readyReplicas'), 0),
    available: withDefault(count('status.availableReplicas'), 0),
    updated: withDefault(count('status.updatedReplicas'), 0),
    unavailable: withDefault(count('status.unavailableReplicas'), 0),
  },
});

/** The facts that are kept of a Deployment. */
export type DeploymentFacts = FactsOf<typeof deployment>;
