import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import {
  type Assessment,
  consequencesOf,
  type Finding,
  subjectsOf,
  subjectText,
} from '@clusterworks/plugin-clusters-common';
import type { Rule } from '@clusterworks/plugin-clusters-health';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import { clusterInput, severityOutput } from './outputSchemas';
import { shorten } from './shorten';

const MAX_OBJECTS = 20;
const MAX_EVIDENCE = 10;

/** Registers `explain-finding`: the evidence for a finding and its remedy. */
export function createExplainFindingAction(
  registry: ActionsRegistryService,
  clusters: VisibleClusters,
  rules: () => readonly Rule[],
): void {
  registry.register({
    name: 'explain-finding',
    title: 'Explain a finding',
    description:
      'Tells everything about one finding: what it means, the fields of the objects that show it, what follows from it, and what to do, with commands to copy. The commands are for a person: read what each does before it is run. This action changes nothing.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    examples: [
      {
        title: 'Explain what get-findings gave',
        input: { name: 'payments-dev', id: '4f1c9a2b' },
      },
    ],
    schema: {
      input: z =>
        z.object({
          name: clusterInput(z),
          id: z.string().min(1).max(200).describe('id of get-findings'),
        }),
      output: z =>
        z.object({
          id: z.string(),
          rule: z.string(),
          severity: severityOutput(z),
          title: z.string(),
          since: z.string().optional(),
          objects: z.array(z.string()),
          objectsTotal: z.number(),
          evidence: z.array(
            z.object({
              object: z.string(),
              path: z.string(),
              value: z.string(),
            }),
          ),
          remedies: z.array(
            z.object({ text: z.string(), command: z.string().optional() }),
          ),
          consequences: z.array(
            z.object({ id: z.string(), title: z.string() }),
          ),
          causedBy: z.array(z.object({ id: z.string(), title: z.string() })),
          about: z
            .object({
              means: z.string(),
              foundBy: z.string(),
              source: z.string(),
            })
            .optional()
            .describe('The rule that found it'),
          links: z.array(z.object({ title: z.string(), url: z.string() })),
          mute: z
            .object({ reason: z.string(), by: z.string(), until: z.string() })
            .optional()
            .describe('Who muted it, why, and until when'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { body } = await clusters.get(input.name, credentials);
      const assessment = body.assessment();
      const finding = assessment?.findings.find(({ id }) => id === input.id);
      if (!assessment || !finding) {
        throw new NotFoundError(
          `No finding "${input.id}" of cluster "${input.name}": it may be over`,
        );
      }
      const rule = rules().find(({ id }) => id === finding.rule);
      return { output: explain(finding, assessment, rule) };
    },
  });
}

function muteOf({ mute }: Finding) {
  return (
    mute && {
      reason: shorten(mute.reason, 300),
      by: mute.by,
      until: mute.until,
    }
  );
}

function explain(
  finding: Finding,
  { findings }: Assessment,
  rule: Rule | undefined,
) {
  const { listed, total } = subjectsOf(finding);
  const brief = ({ id, title }: Finding) => ({ id, title });
  return {
    id: finding.id,
    rule: finding.rule,
    severity: finding.severity,
    title: finding.title,
    since: finding.since,
    objects: listed.slice(0, MAX_OBJECTS).map(subjectText),
    objectsTotal: total,
    evidence: finding.evidence.slice(0, MAX_EVIDENCE).map(one => ({
      ...one,
      value: shorten(one.value, 300),
    })),
    remedies: finding.remedy,
    consequences: consequencesOf(finding, findings).map(brief),
    causedBy: findings
      .filter(({ consequences }) => consequences.includes(finding.id))
      .map(brief),
    about: rule && {
      means: rule.doc.means,
      foundBy: rule.doc.foundBy,
      source: rule.doc.source,
    },
    links: finding.links ?? [],
    mute: muteOf(finding),
  };
}
