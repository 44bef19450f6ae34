import { allKinds } from '@clusterworks/plugin-clusters-health';
import type { ArchiveName } from '../archive/archives';
import type { Outcome } from '../judge/judgeAll';
import { excusedUnknowns } from '../judge/judgeCase';
import { type Score, scoreRules, scoreSeverities } from '../judge/scoreRules';
import { summarize } from '../judge/summarize';
import type { JudgingTimes } from '../judge/timeCases';
import { scoreCells, share, table } from './tables';

/** Outcomes of cases, by archive. */
export type OutcomesByArchive = Record<ArchiveName, Outcome[]>;

const intro = `# Accuracy

How well the doctor judges clusters whose truth is known. Written by \`npm run -s accuracy\` from the cases in \`packages/accuracy\`; a test fails when this page is out of date (but for the times) or when a figure falls below what was reached. Do not edit it.

A case is a whole cluster (a capture, as \`clusters capture\` writes it) and its truth: the verdict, the findings that must and must not be there, what the headline has to say, and which remedy would harm. The truth of our own cases was written and committed before the doctor judged them (the commits "tell the truth of …" come before the first run); where a truth proved wrong afterwards, a commit says so.

At that first run 117 of our own 128 cases (91.4 %) were judged right and 106 (82.8 %) told right as well; over all cases 61 of 79 headlines (77.2 %) named the cause, and 2 of 78 healthy clusters had a false critical. That is what a cluster that nobody has looked at yet may expect. 32 further cases, two of each kind of fault in [how rules are judged](develop/judging.md), were written when the rules had been mended: at their first run 31 were judged right and 25 (78.1 %) told right as well. Since then the rules were mended with these cases in view: the figures below show that what was learnt is kept.`;

const origins: [ArchiveName, string, string][] = [
  [
    'recorded',
    'recorded',
    'written by real controllers (Karpenter, Cilium operator, scheduler) against simulated AWS APIs',
  ],
  [
    'reported',
    'reported',
    'built from public bug reports by others than the authors of the rules; the rules were mended with them in view',
  ],
  [
    'own',
    'our own',
    'built from public reports and documentation, half of them states that look like a fault and are none',
  ],
];

const collator = new Intl.Collator('en', { numeric: true });

function originRows(outcomes: OutcomesByArchive): string[][] {
  return origins.map(([name, label, what]) => {
    const { cases, lookAlikes, judgedRight, toldRight } = summarize(
      outcomes[name],
    );
    return [
      `${label}: ${what}`,
      `${cases}`,
      `${lookAlikes}`,
      `${judgedRight} (${share(judgedRight, cases)})`,
      `${toldRight} (${share(toldRight, cases)})`,
    ];
  });
}

function figures(all: readonly Outcome[]): string {
  const sum = summarize(all);
  const faults = sum.cases - sum.lookAlikes;
  const row = (what: string, part: number, whole: number, goal: string) => [
    what,
    `${part} of ${whole}`,
    share(part, whole),
    goal,
  ];
  return table(
    ['figure', 'count', 'share', 'goal'],
    [
      row('verdict and findings right', sum.judgedRight, sum.cases, ''),
      row('and everything told right', sum.toldRight, sum.cases, ''),
      row(
        'cause named in the headline',
        sum.headlineRight,
        sum.causes,
        '≥ 95 %',
      ),
      row('remedy helps and does no harm', sum.remedyRight, faults, ''),
      row(
        'healthy clusters with a false critical',
        sum.falseCriticals,
        sum.lookAlikes,
        '0 of at least 60',
      ),
      row(
        'healthy clusters with a false warning',
        sum.falseWarnings,
        sum.lookAlikes,
        '',
      ),
      row(
        'checks that claim to be well without a source that they read',
        sum.lostWrong,
        sum.lostChecks,
        '0',
      ),
    ],
  );
}

function scoreTable(head: string, scores: Iterable<[string, Score]>): string {
  return table(
    [head, 'right', 'wrong', 'missed', 'precision', 'recall'],
    [...scores].map(([name, score]) => [name, ...scoreCells(score)]),
  );
}

const nothingMissed =
  'None of these cases. What no look at the Kubernetes API can show is in the [rule catalogue](rules.md) under "Cannot be seen".';

function missedLines(all: readonly Outcome[]): string {
  const lines = all.flatMap(({ known, judgement }) => {
    const lacks = Object.values<string[]>({ ...judgement }).flat();
    return lacks.length > 0
      ? [
          `- **${known.name}**: ${lacks.map(escaped).join('; ')}. ${escaped(
            known.truth.why,
          )}`,
        ]
      : [];
  });
  return lines.length > 0 ? lines.join('\n') : nothingMissed;
}

/** Faults of which one look at the cluster cannot tell, as their truth says. */
function unknownLines(all: readonly Outcome[]): string {
  return all
    .flatMap(({ known: { name, truth }, assessment }) => {
      const excused = excusedUnknowns(truth, assessment);
      return assessment.checks
        .filter(({ code }) => excused.has(code))
        .map(
          ({ code, reason = '' }) =>
            `- **${name}**: the check ${code} is unknown (${escaped(
              reason,
            )}). ${escaped(truth.why)}`,
        );
    })
    .join('\n');
}

/** Escapes characters of patterns that have a meaning in Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_|<>[\]]/g, '\\$&');
}

/** Between these marks stand times, which differ from machine to machine. */
export const timeMarks = ['<!-- times -->', '<!-- end of times -->'] as const;

function timesSection({ cases, large, sick }: JudgingTimes): string {
  const ms = (time: number) => `${time.toFixed(2)} ms`;
  return [
    timeMarks[0],
    `CPU time of one judgement, without reading or parsing, on the machine that wrote this page:`,
    '',
    table(
      ['cluster', 'median', '99th percentile', 'judgements', 'goal'],
      [
        ['the cases above', cases, ''] as const,
        ['500 nodes, 5,000 pods', large, '≤ 20 ms'] as const,
        ['of that size, with a fault in every object', sick, ''] as const,
      ].map(([what, { medianMs, p99Ms, runs }, goal]) => [
        what,
        ms(medianMs),
        ms(p99Ms),
        `${runs}`,
        goal,
      ]),
    ),
    timeMarks[1],
  ].join('\n');
}

/** Sources that every verdict needs. */
function required(): string {
  return allKinds
    .filter(kind => kind.required)
    .map(({ resource }) => resource)
    .join(', ');
}

/** The page `docs/accuracy.md`. */
export function accuracyPage(
  outcomes: OutcomesByArchive,
  times: JudgingTimes,
): string {
  const all = origins.flatMap(([name]) => outcomes[name]);
  const byCode = [...scoreRules(all)].sort(([a], [b]) =>
    collator.compare(a, b),
  );
  const lost = all.flatMap(each => each.lost.wrong);
  return `${intro}

## Cases

${table(
  [
    'cases',
    'number',
    'of them healthy',
    'judged right',
    'judged and told right',
  ],
  originRows(outcomes),
)}

## Figures

${figures(all)}

A false critical or warning is one in a cluster in which nothing is wrong, beside those that the truth of the case calls true and harmless.

## By severity

Whether the cluster is that bad, and was said to be. Healthy clusters whose only warnings the truth calls true and harmless are not counted.

${scoreTable('severity', scoreSeverities(all))}

## By rule

Right: the truth expects it. Wrong: the truth forbids it, or it is a warning or critical of its own (nobody's consequence) that the truth does not know. Missed: the truth expects it and it is not there; where one of several codes would do, the first is counted. A check that is \`unknown\` where the truth says that one look cannot tell is not counted; it is listed at the end of the page. Rules that no case expects and that were never wrong are not listed.

${scoreTable('rule', byCode)}

## Without a source

Each case is judged again with each source forbidden in turn: ${all.reduce(
    (sum, { lost: { judgements } }) => sum + judgements,
    0,
  )} judgements. A rule that reads the source must say that it does not know, or what the other sources show; it must not pass. Where the verdict rests on the source (${required()}), it must not be healthy; other sources that are missing are listed beside the verdict and leave their rules unknown.

${lost.length === 0 ? 'None did.' : lost.map(line => `- ${line}`).join('\n')}

## Time

${timesSection(times)}

## What is known to be missed

${missedLines(all)}

## What one look cannot tell

The truth of these cases asks for \`unknown\` where the doctor has looked once; a second look, as the backend takes it, decides.

${unknownLines(all)}
`;
}
