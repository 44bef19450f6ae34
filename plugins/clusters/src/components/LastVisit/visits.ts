import type { Finding } from '@clusterworks/plugin-clusters-common';
import { z } from 'zod';

/** Looking again within this time continues a visit. */
const SAME_VISIT_MS = 30 * 60_000;
const MOST_FINDINGS = 100;

const visitSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  findings: z
    .array(
      z.object({
        id: z.string().max(200),
        title: z.string().max(500),
        severity: z.enum(['info', 'warning', 'critical']),
      }),
    )
    .max(MOST_FINDINGS),
});
/** What a user saw of a cluster. */
export type Visit = z.infer<typeof visitSchema>;

const visitsSchema = z.object({
  /** What was seen when the visit before this one ended. */
  before: visitSchema.optional(),
  last: visitSchema,
});
/** The visits of a user that are remembered per cluster. */
export type Visits = z.infer<typeof visitsSchema>;

/** What is remembered; undefined when it is nothing that this code wrote. */
export function readVisits(value: unknown): Visits | undefined {
  return visitsSchema.safeParse(value).data;
}

/**
 * The visits after another look at a cluster. A look that follows soon belongs
 * to the same visit, so that what is new stays new while the user reads.
 */
export function withLook(
  visits: Visits | undefined,
  findings: readonly Finding[],
  now: number,
): Visits {
  const last: Visit = {
    at: now,
    findings: findings.slice(0, MOST_FINDINGS).map(finding => ({
      id: finding.id,
      title: finding.title.slice(0, 500),
      severity: finding.severity,
    })),
  };
  const isSame = visits && now - visits.last.at < SAME_VISIT_MS;
  const before = isSame ? visits.before : visits?.last;
  return { ...(before ? { before } : {}), last };
}

/** The findings that came and those that went since a visit. */
export function changesSince(
  visit: Visit,
  findings: readonly Finding[],
): { came: Finding[]; went: Visit['findings'] } {
  const seen = new Set(visit.findings.map(({ id }) => id));
  const present = new Set(findings.map(({ id }) => id));
  return {
    came: findings.filter(({ id }) => !seen.has(id)),
    went: visit.findings.filter(({ id }) => !present.has(id)),
  };
}
