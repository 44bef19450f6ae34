import type { CountedAs, Severity } from '@clusterworks/plugin-clusters-common';

/** The sign of each verdict, so that colours are never the only one. */
export const verdictSign: Record<CountedAs, string> = {
  critical: '◆',
  degraded: '▲',
  unknown: '○',
  building: '◌',
  healthy: '●',
};

/** The sign of each severity. */
export const severitySign: Record<Severity, string> = {
  critical: '◆',
  warning: '▲',
  info: '·',
};
