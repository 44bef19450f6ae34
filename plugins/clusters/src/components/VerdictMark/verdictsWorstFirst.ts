import type { Verdict } from '@clusterworks/plugin-clusters-common';

/** Every verdict, in the order in which the backend sorts a fleet. */
export const verdictsWorstFirst: readonly Verdict[] = [
  'critical',
  'degraded',
  'unknown',
  'healthy',
];
