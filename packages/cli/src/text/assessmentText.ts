import {
  type Assessment,
  consequencesOf,
  type Finding,
  remedySteps,
  rootFindings,
  subjectsOf,
  subjectText,
  type Verdict,
} from '@clusterworks/plugin-clusters-common';
import { headlineOf, sayDuration } from '@clusterworks/plugin-clusters-health';
import { plain } from './plain';
import { severitySign, verdictSign } from './signs';
import type { Style } from './Style';

/**
 * An assessment as text: verdict, findings, and sources that could not be
 * read.
 */
export function assessmentText(assessment: Assessment, style: Style): string {
  const headline = headlineOf(assessment);
  const lines = [
    `${paintVerdict(assessment.verdict, style)}${sayPhase(
      assessment,
    )}  ${style.strong(plain(assessment.cluster))}  ${plain(
      headline.text,
    )}${sayAge(headline.since, assessment)}`,
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
  return paint(`${verdictSign[verdict]} ${verdict.toUpperCase()}`);
}

/** The phase is printed only when it is not `running`. */
function sayPhase({ phase }: Assessment): string {
  return phase === undefined || phase === 'running' ? '' : ` (${phase})`;
}

function sayAge(since: string | undefined, { observedAt }: Assessment): string {
  if (since === undefined) {
    return '';
  }
  const age = Date.parse(observedAt) - Date.parse(since);
  return age > 0 ? ` (${sayDuration(age)})` : '';
}

function findingLines(assessment: Assessment, style: Style): string[] {
  return rootFindings(assessment.findings).flatMap(root => [
    ...findingText(root, assessment, style),
    '',
  ]);
}

/** The lines of one finding: objects, evidence, remedies and consequences. */
export function findingText(
  finding: Finding,
  assessment: Assessment,
  style: Style,
): string[] {
  return [
    findingLine(finding, assessment, style),
    ...detailLines(finding, style),
    ...consequencesOf(finding, assessment.findings).map(
      one =>
        `    → ${style.quiet(one.code)}  ${plain(one.title)}${sayAge(
          one.since,
          assessment,
        )}`,
    ),
  ];
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
  return `${paint(text)}  ${plain(title)}${sayAge(since, assessment)}${sayMuted(
    finding,
  )}`;
}

/** A muted finding is shown like any other. */
function sayMuted({ mute }: Finding): string {
  return mute ? `  [muted until ${plain(mute.until.slice(0, 16))}Z]` : '';
}

/** Who muted a finding, and why. */
function muteLines({ mute }: Finding, style: Style): string[] {
  return mute
    ? [style.quiet(`    Muted by ${plain(mute.by)}: ${plain(mute.reason)}`)]
    : [];
}

function detailLines(finding: Finding, style: Style): string[] {
  const { evidence, remedy } = finding;
  return [
    ...muteLines(finding, style),
    ...subjectLines(finding, style),
    ...evidence.map(({ object, path, value }) =>
      style.quiet(`    ${plain(object)} ${plain(path)} = ${plain(value)}`),
    ),
    ...remedySteps(remedy).flatMap(({ text, commands }) => [
      `    Do: ${plain(text)}`,
      ...commands.map(command => `        $ ${plain(command)}`),
    ]),
  ];
}

/** The objects of a finding that is about several. */
function subjectLines(finding: Finding, style: Style): string[] {
  const { listed, total } = subjectsOf(finding);
  if (total === 1) {
    return [];
  }
  const names = listed.map(subject => plain(subjectText(subject)));
  const left = total - listed.length;
  const more = left > 0 ? ` and ${left} more` : '';
  return [style.quiet(`    On ${names.join(', ')}${more}`)];
}

function sourceLines({ sources }: Assessment, style: Style): string[] {
  const missing = sources.filter(({ state }) => state !== 'ok');
  if (missing.length === 0) {
    return [];
  }
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
