import {
  Assessment,
  Finding,
  Severity,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { headlineOf, sayDuration } from '@clusterworks/plugin-clusters-health';
import { plain } from './plain';
import { Style } from './Style';

const verdictSign: Record<Verdict, string> = {
  critical: '◆ CRITICAL',
  degraded: '▲ DEGRADED',
  unknown: '○ UNKNOWN',
  healthy: '● HEALTHY',
};
const severitySign: Record<Severity, string> = {
  critical: '◆',
  warning: '▲',
  info: '·',
};

/** An assessment for people: verdict, findings, what could not be seen. */
export function assessmentText(assessment: Assessment, style: Style): string {
  const headline = headlineOf(assessment);
  const lines = [
    `${paintVerdict(assessment.verdict, style)}  ${style.strong(
      plain(assessment.cluster),
    )}  ${plain(headline.text)}${sayAge(headline.since, assessment)}`,
    '',
    ...findingLines(assessment, style),
    ...sourceLines(assessment, style),
    ...checkLines(assessment, style),
  ];
  return `${lines.join('\n')}\n`;
}

function paintVerdict(verdict: Verdict, style: Style): string {
  const paint = {
    critical: style.critical,
    degraded: style.warning,
    unknown: style.quiet,
    healthy: style.healthy,
  }[verdict];
  return paint(verdictSign[verdict]);
}

function sayAge(since: string | undefined, { observedAt }: Assessment): string {
  if (since === undefined) return '';
  const age = Date.parse(observedAt) - Date.parse(since);
  return age > 0 ? ` (${sayDuration(age)})` : '';
}

function findingLines(assessment: Assessment, style: Style): string[] {
  const byId = new Map(assessment.findings.map(one => [one.id, one]));
  const consequences = new Set(
    assessment.findings.flatMap(one => one.consequences),
  );
  const roots = assessment.findings.filter(one => !consequences.has(one.id));
  return roots.flatMap(root => [
    findingLine(root, assessment, style),
    ...detailLines(root, style),
    ...root.consequences
      .flatMap(id => byId.get(id) ?? [])
      .map(
        one =>
          `    → ${style.quiet(one.code)}  ${plain(one.title)}${sayAge(
            one.since,
            assessment,
          )}`,
      ),
    '',
  ]);
}

function findingLine(
  finding: Finding,
  assessment: Assessment,
  style: Style,
): string {
  const { severity, code, title, since } = finding;
  const text = `${severitySign[severity]} ${severity.padEnd(8)} ${code}`;
  const paint = {
    critical: style.critical,
    warning: style.warning,
    info: style.quiet,
  }[severity];
  return `${paint(text)}  ${plain(title)}${sayAge(since, assessment)}`;
}

function detailLines({ evidence, remedy }: Finding, style: Style): string[] {
  return [
    ...evidence.map(({ object, path, value }) =>
      style.quiet(`    ${plain(object)} ${plain(path)} = ${plain(value)}`),
    ),
    ...remedy.flatMap(({ text, command }) => [
      `    Do: ${plain(text)}`,
      ...(command === undefined ? [] : [`        $ ${plain(command)}`]),
    ]),
  ];
}

function sourceLines({ sources }: Assessment, style: Style): string[] {
  const missing = sources.filter(({ state }) => state !== 'ok');
  if (missing.length === 0) return [];
  return [
    'Not seen:',
    ...missing.map(({ name, state, reason }) =>
      style.quiet(
        `    ${name}: ${state}${reason ? ` (${plain(reason)})` : ''}`,
      ),
    ),
    '',
  ];
}

function checkLines({ checks }: Assessment, style: Style): string[] {
  const count = (state: string) =>
    checks.filter(check => check.state === state).length;
  const unknown = checks.filter(({ state }) => state === 'unknown');
  return [
    `Checks: ${count('pass')} passed, ${count('fired')} fired, ${count(
      'unknown',
    )} unknown, ${count('notApplicable')} not applicable`,
    ...unknown.map(({ code, reason }) =>
      style.quiet(`    ${code}: ${plain(reason ?? '')}`),
    ),
  ];
}
