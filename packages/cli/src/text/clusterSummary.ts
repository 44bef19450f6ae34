import {
  type ClusterDetail,
  consequencesOf,
  type Finding,
  joinMarkdown,
  type Markdown,
  markdown,
  markdownCode,
  remedySteps,
  rootFindings,
} from '@clusterworks/plugin-clusters-common';
import { placeOf, verdictOf } from './clusterText';
import { severitySign } from './signs';
import { stepSummary } from './stepSummary';

/** A cluster as Markdown for the summary of a GitHub workflow. */
export function clusterSummary(
  { row, assessment }: ClusterDetail,
  finding: Finding | undefined,
): string {
  const findings = assessment?.findings ?? [];
  const shown = finding ? [finding] : rootFindings(findings);
  const missing = (assessment?.sources ?? []).filter(
    ({ state }) => state !== 'ok',
  );
  return stepSummary(
    markdown`### ${verdictOf(row)} ${row.name}: ${row.headline.text}`,
    {
      head: [markdown`${placeOf(row)}`],
      parts: shown.map(one => findingMarkdown(one, findings)),
      between: '\n\n',
    },
    missing.length > 0
      ? [
          markdown`Not seen: ${missing
            .map(({ name, state }) => `${name} (${state})`)
            .join(', ')}`,
        ]
      : [],
  );
}

function findingMarkdown(finding: Finding, all: readonly Finding[]): Markdown {
  const { severity, code, title, evidence, remedy, mute } = finding;
  const lines = [
    ...(mute
      ? [markdown`- Muted until ${mute.until} by ${mute.by}: ${mute.reason}`]
      : []),
    ...evidence.map(
      ({ object, path, value }) =>
        markdown`- ${markdownCode(object)} ${markdownCode(
          path,
        )} = ${markdownCode(value)}`,
    ),
    ...remedySteps(remedy).flatMap(({ text, commands }) => [
      markdown`- Do: ${text}`,
      ...commands.map(command => markdown`  - ${markdownCode(command)}`),
    ]),
    ...consequencesOf(finding, all).map(
      one => markdown`- → ${one.code} ${one.title}`,
    ),
  ];
  return joinMarkdown(
    [
      markdown`**${severitySign[severity]} ${severity} ${code}** ${title}\n`,
      ...lines,
    ],
    '\n',
  );
}
