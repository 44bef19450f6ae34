import { z } from 'zod';

/** A pull request as it is kept on disk beside the git repository. */
export const pullRequestSchema = z.object({
  number: z.number().int().positive(),
  title: z.string(),
  body: z.string().nullable(),
  author: z.string(),
  state: z.enum(['open', 'closed']),
  draft: z.boolean(),
  /** Teams whose review was requested. */
  requestedTeams: z.array(z.string()).default([]),
  /** Name of the branch that holds the change. */
  head: z.string(),
  /** Name of the branch that it goes into. */
  base: z.string(),
  /** Follows the head branch until the pull request is closed. */
  headSha: z.string(),
  /** Follows the base branch until the pull request is closed. */
  baseSha: z.string(),
  mergeCommitSha: z.string().nullable(),
  mergedBy: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().nullable(),
  mergedAt: z.string().nullable(),
});

/** A pull request as it is kept on disk beside the git repository. */
export type SimulatedPullRequest = z.infer<typeof pullRequestSchema>;
