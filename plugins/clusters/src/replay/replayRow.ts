import type {
  Assessment,
  ClusterView,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import {
  type ClusterCapture,
  headlineOf,
} from '@clusterworks/plugin-clusters-health';

const MAX_NAME = 253;

/**
 * The entity that stands for a capture on its page. Names in captures may hold
 * anything, those of entities may not.
 */
export const replayEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { namespace: 'default', name: 'capture' },
  spec: { type: 'kubernetes-cluster' },
};

/** The row of a cluster as far as a capture tells it. */
export function replayRow(
  { cluster, capturedAt }: ClusterCapture,
  assessment: Assessment,
  view: ClusterView,
): FleetRow {
  const { versions } = view;
  const count = (severity: string) =>
    assessment.findings.filter(one => one.severity === severity).length;
  return {
    name: cluster.slice(0, MAX_NAME),
    entityRef: 'resource:default/capture',
    provisioned: true,
    verdict: assessment.verdict,
    phase: assessment.phase,
    drained: assessment.drained,
    headline: headlineOf(assessment),
    findings: {
      critical: count('critical'),
      warning: count('warning'),
      info: count('info'),
    },
    versions: {
      kubernetes: { observed: versions.kubernetes },
      karpenter: { observed: versions.karpenter },
      cilium: { observed: versions.cilium },
    },
    nodes: view.nodes,
    podsPending: view.podsPending,
    budgetCoverage: view.budgetCoverage,
    cpuRequested: view.cpuRequested,
    cpuAllocatable: view.cpuAllocatable,
    spotShare: view.spotShare,
    room: view.cilium.room,
    connection: { state: 'live', since: capturedAt },
    observedAt: capturedAt,
    revision: 0,
  };
}
