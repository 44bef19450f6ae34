import type {
  Finding,
  SourceReport,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { missingRequired } from './missingRequired';

/**
 * The verdict: the highest severity of the findings, or `unknown` when a needed
 * source is missing.
 *
 * @param doubtful - there is a doubt (`doubtOf`), an object could not be read in
 *   full, or the cluster is being built: then it is not called healthy
 */
export function verdictOf(
  findings: readonly Pick<Finding, 'severity'>[],
  sources: readonly SourceReport[],
  doubtful: boolean,
): Verdict {
  const has = (severity: Finding['severity']) =>
    findings.some(finding => finding.severity === severity);
  if (has('critical')) {
    return 'critical';
  }
  if (has('warning')) {
    return 'degraded';
  }
  return doubtful || missingRequired(sources) ? 'unknown' : 'healthy';
}
