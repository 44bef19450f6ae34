import { z } from 'zod';

/** How bad a finding is. One root cause gives one `critical` finding. */
export const severitySchema = z.enum(['info', 'warning', 'critical']);
/** How bad a finding is. */
export type Severity = z.infer<typeof severitySchema>;

/**
 * What is known of one source of facts. Anything but `ok` is never zero and
 * never healthy.
 */
export const sourceStateSchema = z.enum([
  'ok',
  /** It is being read for the first time. */
  'reading',
  'forbidden',
  /** The portal could not get credentials to ask with. */
  'noCredentials',
  'notInstalled',
  'unreachable',
  'stale',
  'notProvisioned',
  'notCollected',
  /** The portal does not read clusters of this kind. */
  'notRead',
]);
/** What is known of one source of facts. */
export type SourceState = z.infer<typeof sourceStateSchema>;

/** The judgement of a whole cluster. */
export const verdictSchema = z.enum([
  'healthy',
  'degraded',
  'critical',
  'unknown',
]);
/** The judgement of a whole cluster. */
export type Verdict = z.infer<typeof verdictSchema>;

/** The state of one source, for example `{ name: 'nodepools', state: 'ok' }`. */
export const sourceReportSchema = z.object({
  name: z.string(),
  state: sourceStateSchema,
  reason: z.string().optional(),
});
/** The state of one source. */
export type SourceReport = z.infer<typeof sourceReportSchema>;

/** The object that a finding is about. */
export const findingSubjectSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
});
/** The object that a finding is about. */
export type FindingSubject = z.infer<typeof findingSubjectSchema>;

/** One field of one object that supports a finding, as it was read. */
export const evidenceSchema = z.object({
  object: z.string(),
  path: z.string(),
  value: z.string(),
});
/** One field of one object that supports a finding. */
export type Evidence = z.infer<typeof evidenceSchema>;

/** One thing to do about a finding. */
export const remedySchema = z.object({
  text: z.string(),
  command: z.string().optional(),
});
/** One thing to do about a finding. */
export type Remedy = z.infer<typeof remedySchema>;

/** A page of the host that helps with a finding, for example a runbook. */
export const findingLinkSchema = z.object({
  title: z.string().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(2_048),
});
/** A page of the host that helps with a finding. */
export type FindingLink = z.infer<typeof findingLinkSchema>;

/** One thing that is wrong, or worth knowing, and what to do about it. */
export const findingSchema = z.object({
  /** Hash of cluster, code and subject: stable over time. */
  id: z.string(),
  /** `karpenter/P3`, `cilium/D07` or `clusterworks/<slug>`. */
  code: z.string(),
  /** Name of the rule, a slug, for example `ciliumnode-stuck`. */
  rule: z.string(),
  severity: severitySchema,
  subject: findingSubjectSchema,
  /** RFC 3339, the time since when this is so; absent when not known. */
  since: z.string().optional(),
  title: z.string(),
  evidence: z.array(evidenceSchema),
  remedy: z.array(remedySchema),
  /** Ids of findings that follow from this one. */
  consequences: z.array(z.string()),
  /** Absent where the host links to nothing. */
  links: z.array(findingLinkSchema).max(10).optional(),
});
/** One thing that is wrong, or worth knowing, and what to do about it. */
export type Finding = z.infer<typeof findingSchema>;

/** Outcome of one rule. */
export const checkStateSchema = z.enum([
  'pass',
  'fired',
  'unknown',
  'notApplicable',
]);
/** Outcome of one rule. */
export type CheckState = z.infer<typeof checkStateSchema>;

/** Outcome of one rule; `reason` says why it is unknown or not applicable. */
export const checkSchema = z.object({
  code: z.string(),
  state: checkStateSchema,
  reason: z.string().optional(),
});
/** Outcome of one rule. */
export type Check = z.infer<typeof checkSchema>;

/** Everything that judging a cluster once gives. */
export const assessmentSchema = z.object({
  cluster: z.string(),
  observedAt: z.string(),
  verdict: verdictSchema,
  sources: z.array(sourceReportSchema),
  findings: z.array(findingSchema),
  checks: z.array(checkSchema),
});
/** Everything that judging a cluster once gives. */
export type Assessment = z.infer<typeof assessmentSchema>;
