import { assess } from '@clusterworks/plugin-clusters-health';
import type { KnownCase } from '../archive/KnownCase';
import { judgeCase } from '../judge/judgeCase';
import { readCase } from '../judge/readCase';

/**
 * A report of one case: the doctor's assessment, the truth, and the
 * differences.
 */
export function caseReport(known: KnownCase): string {
  const { snapshot, now } = readCase(known);
  const { assessment } = assess(snapshot, undefined, now);
  const { wrong, headline, remedy, told } = judgeCase(known.truth, assessment);
  const findings = assessment.findings.flatMap(finding => [
    `${finding.severity} ${finding.code} ${finding.title}`,
    ...finding.evidence.map(
      each => `    ${each.object} ${each.path}: ${each.value}`,
    ),
    ...finding.remedy.map(
      each =>
        `  - ${each.text}${each.command ? `\n    $ ${each.command}` : ''}`,
    ),
  ]);
  const differs = [...wrong, ...headline, ...remedy, ...told];
  return `${[
    known.name,
    known.truth.why,
    '',
    `verdict ${assessment.verdict}, true is ${known.truth.verdict}`,
    ...findings,
    '',
    ...(differs.length > 0 ? differs : ['Everything is as it should be.']),
  ].join('\n')}\n`;
}
