import { largeCluster, NOW, sickCluster } from '@clusterworks/kube-fixtures';
import {
  allKinds,
  assess,
  projectCapture,
  type Snapshot,
} from '@clusterworks/plugin-clusters-health';
import type { KnownCase } from '../archive/KnownCase';
import { type CpuTimes, cpuTimes } from './cpuTimes';
import { readCase } from './readCase';

/** How much CPU time one judgement takes. */
export interface JudgingTimes {
  /** Of the cases, which are small clusters. */
  cases: CpuTimes;
  /** Of a cluster with 500 nodes and 5,000 pods. */
  large: CpuTimes;
  /** Of a cluster of that size in which every object has a fault. */
  sick: CpuTimes;
}

/** A large cluster as the backend has it in memory. */
function largeSnapshot(make: typeof largeCluster = largeCluster): Snapshot {
  const objects = make(500, 5000);
  return projectCapture({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: 'large',
    capturedAt: NOW,
    resources: allKinds.map(({ resource }) => ({
      resource,
      state: 'ok',
      items: objects[resource] ?? [],
    })),
  });
}

/** Times judgements of all cases and of large clusters. */
export function timeCases(known: readonly KnownCase[]): JudgingTimes {
  const cases = known.map(readCase).map(({ snapshot, now }) => () => {
    assess(snapshot, undefined, now);
  });
  const of = (snapshot: Snapshot) => [
    () => {
      assess(snapshot, undefined, NOW);
    },
  ];
  return {
    cases: cpuTimes(cases, 20, 3),
    large: cpuTimes(of(largeSnapshot()), 100, 20),
    sick: cpuTimes(of(largeSnapshot(sickCluster)), 40, 10),
  };
}
