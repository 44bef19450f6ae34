import {
  Finding,
  SourceReport,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { missingRequired } from './missingRequired';

/**
 * The verdict: the gravest finding, or unknown where a needed source is missing.
 *
 * @param doubtful - objects are not what an API server serves (malformed
 *   fields, times to come): then nothing is called healthy either
 */
export function verdictOf(
  findings: readonly Pick<Finding, 'severity'>[],
  sources: readonly SourceReport[],
  doubtful: boolean,
): Verdict {
  const has = (severity: Finding['severity']) =>
    findings.some(finding => finding.severity === severity);
  if (has('critical')) return 'critical';
  if (has('warning')) return 'degraded';
  return doubtful || missingRequired(sources) ? 'unknown' : 'healthy';
}
