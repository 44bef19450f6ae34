import { Rule, UnseenCode } from '../engine/Rule';
import { rules, unseenCodes } from '../rules';

const intro = `# Rule catalogue

Generated from the rules themselves (\`plugins/clusters-health\`); a test fails when this page is out of date. Do not edit it: change the rule, then run the test with \`UPDATE_RULE_CATALOGUE=1\`.

Every judgement of a cluster gives one check for every code below:

- \`pass\`: everything that the rule reads was read, and nothing was found.
- \`fired\`: there are findings.
- \`unknown\`: something that the rule reads could not be read, or one look does not tell how long a thing has lasted. Never a pass.
- \`notApplicable\`: the rule does not concern this cluster.

\`clusters doctor --explain <code>\` prints one entry. Codes are those of the detector tables in the facts about Karpenter and Cilium; \`clusterworks/…\` are our own and the ten points of the validation checklist. Sources name the research notes that the rules were written from (\`facts/…\`, not part of this repository), which cite upstream code and issues.
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

/** The catalogue of all rules, in Markdown. */
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

function ruleEntry(rule: Rule): string {
  const { needs, uses = [], details = [] } = rule;
  const reads = [...needs, ...uses, ...details]
    .map(source => `\`${source}\``)
    .join(', ');
  return [
    `### ${rule.code}: ${escape(rule.title)}`,
    '',
    `Rule \`${rule.rule}\`. ${escape(rule.means)}`,
    '',
    `- **Found by:** ${escape(rule.detect)}`,
    `- **Do:** ${escape(rule.remedyDoc)}`,
    ...(rule.since ? [`- **Since:** ${escape(rule.since)}`] : []),
    `- **Reads:** ${reads}`,
    `- **Source:** ${escape(rule.source)}`,
    '',
  ].join('\n');
}

function unseenEntry(unseen: UnseenCode): string {
  return [
    `### ${unseen.code}: ${escape(unseen.title)}`,
    '',
    `Rule \`${unseen.rule}\`. ${escape(unseen.means)}`,
    '',
    `- **Cannot be seen from the Kubernetes API:** ${escape(unseen.reason)}.`,
    `- **To find out:** \`${unseen.command}\``,
    `- **Source:** ${escape(unseen.source)}`,
    '',
  ].join('\n');
}

/** Texts are plain; what Markdown would take for markup is escaped. */
function escape(text: string): string {
  return text.replace(/[\\`*<>[\]#|]/g, match => `\\${match}`);
}
