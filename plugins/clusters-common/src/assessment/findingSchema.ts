import { z } from 'zod';
import { muteSchema } from './muteSchema';

/**
 * How bad a finding is. One root cause gives one `critical` finding.
 *
 * @public
 */
export const severitySchema = z.enum(['info', 'warning', 'critical']);
/**
 * How bad a finding is.
 *
 * @public
 */
export type Severity = z.infer<typeof severitySchema>;

/**
 * The object that a finding is about.
 *
 * @public
 */
export const findingSubjectSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
});
/**
 * The object that a finding is about.
 *
 * @public
 */
export type FindingSubject = z.infer<typeof findingSubjectSchema>;

/**
 * One field of one object that supports a finding, as it was read.
 *
 * @public
 */
export const evidenceSchema = z.object({
  object: z.string(),
  path: z.string(),
  value: z.string(),
});
/**
 * One field of one object that supports a finding.
 *
 * @public
 */
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * One step to resolve a finding.
 *
 * @public
 */
export const remedySchema = z.object({
  text: z.string(),
  command: z.string().optional(),
});
/**
 * One step to resolve a finding.
 *
 * @public
 */
export type Remedy = z.infer<typeof remedySchema>;

/**
 * A page of the host that helps with a finding, for example a runbook.
 *
 * @public
 */
export const findingLinkSchema = z.object({
  title: z.string().min(1).max(100),
  url: z.url({ protocol: /^https?$/ }).max(2_048),
});
/**
 * A page of the host that helps with a finding.
 *
 * @public
 */
export type FindingLink = z.infer<typeof findingLinkSchema>;

/**
 * One problem, or one fact worth knowing, and what to do about it.
 *
 * @public
 */
export const findingSchema = z.object({
  /**
   * Hash of cluster, code and cause; stays the same when affected objects
   * change.
   */
  id: z.string(),
  /** `karpenter/P3`, `cilium/D07` or `clusterworks/<slug>`. */
  code: z.string(),
  /** Name of the rule, a slug, for example `ciliumnode-stuck`. */
  rule: z.string(),
  severity: severitySchema,
  /**
   * The first of `subjects`.
   *
   * @deprecated Read `subjects`.
   */
  subject: findingSubjectSchema,
  /**
   * The affected objects, sorted; at most 50 of them. Absent in answers of an
   * older backend.
   */
  subjects: z.array(findingSubjectSchema).min(1).max(50).optional(),
  /** The number of affected objects, including those that are not listed. */
  subjectsTotal: z.number().int().min(1).optional(),
  /** RFC 3339, since when the problem exists; absent when not known. */
  since: z.string().optional(),
  title: z.string(),
  evidence: z.array(evidenceSchema),
  remedy: z.array(remedySchema),
  /** Ids of the findings that are consequences of this one. */
  consequences: z.array(z.string()),
  /** Absent when modules of the host add no links. */
  links: z.array(findingLinkSchema).max(10).optional(),
  /** Present while the finding is muted; it counts as before. */
  mute: muteSchema.optional(),
});
/**
 * One problem, or one fact worth knowing, and what to do about it.
 *
 * @public
 */
export type Finding = z.infer<typeof findingSchema>;
