import type { Measure } from '@clusterworks/plugin-clusters-common';

export const exact = (value: number): Measure => ({
  certainty: 'exact',
  value,
});
export const atMost = (value: number): Measure => ({
  certainty: 'atMost',
  value,
});
export const unknown = (reason: string): Measure => ({
  certainty: 'unknown',
  reason,
});
