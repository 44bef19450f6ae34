import {
  Finding,
  SourceReport,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { missingRequired } from './sources';

/** The verdict of contract 4. */
export function verdictOf(
  findings: readonly Pick<Finding, 'severity'>[],
  sources: readonly SourceReport[],
): Verdict {
  const has = (severity: Finding['severity']) =>
    findings.some(finding => finding.severity === severity);
  if (has('critical')) return 'critical';
  if (has('warning')) return 'degraded';
  return missingRequired(sources) ? 'unknown' : 'healthy';
}
