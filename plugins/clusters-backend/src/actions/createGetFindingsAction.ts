import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  type Finding,
  subjectsOf,
  subjectText,
} from '@clusterworks/plugin-clusters-common';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import { clusterInput, severityOutput, verdictOutput } from './outputSchemas';
import { shorten } from './shorten';
import { whatFits } from './whatFits';

const DEFAULT_LIMIT = 10;

/** Registers `get-findings`: what is wrong with one cluster. */
export function createGetFindingsAction(
  registry: ActionsRegistryService,
  clusters: VisibleClusters,
): void {
  registry.register({
    name: 'get-findings',
    title: 'Get the findings of a cluster',
    description:
      'Lists what is wrong with one cluster, the worst first. A finding that follows from another one names it in causedBy; mutedUntil: somebody knows it and muted it. With the verdict unknown an empty list is no good news.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    examples: [
      {
        title: 'What is critical',
        input: { name: 'payments-dev', severity: 'critical' },
      },
    ],
    schema: {
      input: z =>
        z.object({
          name: clusterInput(z),
          severity: severityOutput(z).optional(),
          rule: z
            .string()
            .max(100)
            .optional()
            .describe('Name or code of a rule, for example nodepool-limit'),
          offset: z.number().int().min(0).max(10_000).optional(),
          limit: z
            .number()
            .int()
            .min(1)
            .max(25)
            .optional()
            .describe('Else ten, or as many as fit in 4 KB'),
        }),
      output: z =>
        z.object({
          verdict: verdictOutput(z),
          observedAt: z.string().optional(),
          total: z.number(),
          findings: z.array(
            z.object({
              id: z.string(),
              rule: z.string(),
              code: z.string(),
              severity: severityOutput(z),
              title: z.string(),
              objects: z.array(z.string()),
              objectsTotal: z.number(),
              since: z.string().optional(),
              causedBy: z.array(z.string()),
              mutedUntil: z.string().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { body } = await clusters.get(input.name, credentials);
      const assessment = body.assessment();
      const all = assessment?.findings ?? [];
      const matching = all.filter(
        ({ severity, rule, code }) =>
          (!input.severity || severity === input.severity) &&
          (!input.rule || [rule, code].includes(input.rule)),
      );
      const { offset = 0, limit = DEFAULT_LIMIT } = input;
      const findings = matching
        .slice(offset, offset + limit)
        .map(one => brief(one, all));
      const answer = (some: typeof findings) => ({
        verdict: body.row.verdict,
        observedAt: assessment?.observedAt,
        total: matching.length,
        findings: some,
      });
      return {
        output: answer(
          input.limit === undefined ? whatFits(findings, answer) : findings,
        ),
      };
    },
  });
}

function brief(finding: Finding, all: readonly Finding[]) {
  const { listed, total } = subjectsOf(finding);
  return {
    id: finding.id,
    rule: finding.rule,
    code: finding.code,
    severity: finding.severity,
    title: shorten(finding.title, 160),
    objects: listed.slice(0, 3).map(subjectText),
    objectsTotal: total,
    since: finding.since,
    causedBy: all
      .filter(({ consequences }) => consequences.includes(finding.id))
      .map(({ id }) => id),
    mutedUntil: finding.mute?.until,
  };
}
