import { defineKind } from './defineKind';
import { count, withDefault } from './fields';
import type { FactsOf } from './Kind';
import { workloadFields } from './parts/workload';

/** DaemonSets, Cilium's agent among them. */
export const daemonSet = defineKind({
  group: 'apps',
  version: 'v1',
  resource: 'daemonsets',
  kind: 'DaemonSet',
  namespaced: true,
  required: true,
  fields: {
    ...workloadFields,
    desired: count('status.desiredNumberScheduled'),
    ready: withDefault(count('status.numberReady'), 0),
    available: withDefault(count('status.numberAvailable'), 0),
    updated: withDefault(count('status.updatedNumberScheduled'), 0),
    unavailable: withDefault(count('status.numberUnavailable'), 0),
  },
});

/** The facts that are kept of a DaemonSet. */
export type DaemonSetFacts = FactsOf<typeof daemonSet>;
