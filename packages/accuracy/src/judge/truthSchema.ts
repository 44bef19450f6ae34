import { z } from 'zod';

const code = z
  .string()
  .regex(/^(karpenter|cilium|clusterworks)\/[A-Za-z0-9-]+$/)
  .max(80);
const codes = z.array(code).max(60);
const patterns = z.array(z.string().min(1).max(200)).max(30);
const verdict = z.enum(['healthy', 'degraded', 'critical', 'unknown']);

/** What the output must say beyond verdict and codes. All patterns are regular expressions. */
export const diagnosisSchema = z.strictObject({
  /** One of these codes is the headline, the first finding. */
  root: codes.optional(),
  /**
   * The most warnings and criticals that are no consequence of another
   * finding.
   */
  rootsMax: z.number().int().min(0).max(20).optional(),
  /** The headline holds each of these in title, evidence or remedy. */
  says: patterns.optional(),
  /** No warning or critical holds these in title or remedy. */
  saysNot: patterns.optional(),
  /** The first remedy of the headline holds each of these. */
  firstRemedySays: patterns.optional(),
  /** The first remedy of the headline holds none of these. */
  firstRemedyNot: patterns.optional(),
  /** Some remedy of the headline holds each of these. */
  remedySays: patterns.optional(),
  /** No remedy of any finding holds these. */
  remedyNot: patterns.optional(),
  /** Some finding holds each of these. */
  anywhere: patterns.optional(),
  /** The checks of these codes do not pass. */
  notPass: codes.optional(),
});

/** The truth about a cluster, written before the doctor judges it. */
export const truthSchema = z.strictObject({
  /** The time at which the cluster is judged. */
  now: z.iso.datetime().optional(),
  verdict,
  verdictAlso: z.array(verdict).max(3).optional(),
  /** Codes that are among the findings. */
  mustInclude: codes,
  /** One code of each group must be among the findings. */
  mustIncludeAny: z.array(codes).max(10).nullish(),
  /** Codes that are not among the findings, whatever their severity. */
  mustNotInclude: codes.optional(),
  /**
   * Codes that may be among the findings: true, but not the subject of the
   * case.
   */
  neutral: codes.optional(),
  /**
   * Codes of `mustInclude` whose check may have the outcome `unknown` instead.
   */
  unknownInstead: codes.optional(),
  why: z.string().max(2000),
  diagnosis: diagnosisSchema.nullish(),
});

/** The truth about a cluster, written before the doctor judges it. */
export type Truth = z.infer<typeof truthSchema>;

/** What the output must say beyond verdict and codes. */
export type Diagnosis = z.infer<typeof diagnosisSchema>;
