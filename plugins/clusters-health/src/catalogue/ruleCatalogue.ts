import { type Rule, stepsOf, type UnseenCode } from '../rule/Rule';
import { rules, unseenCodes } from '../rules/rules';

const intro = `# Rule catalogue

Generated from the rules themselves (\`plugins/clusters-health\`); a test fails when this page is out of date. Do not edit it: change the rule, then run the test with \`UPDATE_RULE_CATALOGUE=1\`.

Every judgement of a cluster gives one check for every code below:

- \`pass\`: everything that the rule reads was read, and nothing was found.
- \`fired\`: there are findings.
- \`unknown\`: something that the rule reads could not be read, or one look does not tell how long a thing has lasted. Never a pass.
- \`notApplicable\`: the rule does not concern this cluster.

What a rule needs and cannot read makes it \`unknown\`; without what is listed as "no pass without" it may still fire.

\`clusters doctor --explain <code>\` prints one entry. A rule is named by its id, which is also its folder in \`plugins/clusters-health/src/rules\`; the code in parentheses is a stable alias that the API and notifications use.
`;

const parts: readonly { title: string; prefix: string }[] = [
  { title: "Karpenter's controller", prefix: 'karpenter/C' },
  { title: 'NodePools', prefix: 'karpenter/P' },
  { title: 'EC2NodeClasses', prefix: 'karpenter/N' },
  { title: 'NodeClaims and nodes', prefix: 'karpenter/L' },
  { title: 'Cilium', prefix: 'cilium/' },
  {
    title: 'Of our own, and the validation checklist',
    prefix: 'clusterworks/',
  },
];

const collator = new Intl.Collator('en', { numeric: true });

/** The catalogue of all rules, as Markdown. */
export function ruleCatalogue(): string {
  const sections = parts.map(({ title, prefix }) => {
    const own = [...rules, ...unseenCodes]
      .filter(({ code }) => code.startsWith(prefix))
      .sort((a, b) => collator.compare(a.code, b.code));
    const entries = own.map(one =>
      'evaluate' in one ? ruleEntry(one) : unseenEntry(one),
    );
    return `## ${title}\n\n${entries.join('\n')}`;
  });
  return `${intro}\n${sections.join('\n')}`;
}

function ruleEntry({ doc, ...rule }: Rule): string {
  const lines: readonly [string, string | undefined][] = [
    ['Who is concerned', doc.whom],
    ['Found by', doc.foundBy],
    ['Waits', doc.waits],
    ['Cannot see', doc.cannotSee],
    ['Looks like it', doc.lookAlikes],
    ['Since', doc.since],
  ];
  return [
    ...head(rule, doc),
    ...lines.flatMap(([what, text]) =>
      text === undefined ? [] : [`- **${what}:** ${escape(text)}`],
    ),
    `- **Needs:** ${sayReads(rule)}`,
    ...sayTodo(doc),
    sourceLine(doc.source),
    '',
  ].join('\n');
}

/** Which sources the rule reads, and what happens without each of them. */
function sayReads({
  needs,
  uses = [],
  details = [],
}: Omit<Rule, 'doc'>): string {
  const reads: readonly [readonly string[], string][] = [
    [needs, ''],
    [uses, 'no pass without '],
    [details, 'for details '],
  ];
  const said = reads
    .filter(([sources]) => sources.length > 0)
    .map(([sources, why]) => `${why}${sources.map(asCode).join(', ')}`)
    .join('; ');
  return said === '' ? 'no objects of the cluster' : said;
}

function asCode(text: string): string {
  return `\`${text}\``;
}

/** One step as a sentence; several steps as a numbered list. */
function sayTodo(doc: Rule['doc']): string[] {
  const steps = stepsOf(doc).map(escape);
  return steps.length === 1
    ? [`- **Do:** ${steps[0]}`]
    : [
        '- **Do, in this order:**',
        ...steps.map((step, index) => `  ${index + 1}. ${step}`),
      ];
}

function unseenEntry({ doc, ...unseen }: UnseenCode): string {
  return [
    ...head(unseen, doc),
    `- **Cannot be seen from the Kubernetes API:** ${escape(unseen.reason)}.`,
    `- **To find out:** \`${unseen.command}\``,
    sourceLine(doc.source),
    '',
  ].join('\n');
}

/** The heading is the id alone, so that the anchor is the id too. */
function head(
  { id, code }: Pick<Rule, 'id' | 'code'>,
  { title, means }: Pick<Rule['doc'], 'title' | 'means'>,
): string[] {
  return [
    `### ${id}`,
    '',
    `**${escape(title)}** (\`${code}\`). ${escape(means)}`,
    '',
  ];
}

function sourceLine(source: string): string {
  return `- **Source:** <${source}>`;
}

/**
 * The texts of rules are plain text: characters with a meaning in Markdown are
 * escaped.
 */
function escape(text: string): string {
  return text.replace(/[\\`*<>[\]#|]/g, match => `\\${match}`);
}
