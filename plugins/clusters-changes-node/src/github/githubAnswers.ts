import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import type { GithubRepository } from './GithubRepository';
import { shorten } from './shorten';

/** GitHub lists no more entries of a tree at once. */
const MAX_ENTRIES = 100_000;
const MAX_PER_PAGE = 1_000;
/** Git's own limit for a path is that of the file system. */
const MAX_PATH = 4_096;
/** More than any file that is read: the largest has 1 MiB, in base64. */
const MAX_CONTENT = 4 * 1024 * 1024;
const MAX_LINE = 200;
/** The trailers that are read stand at the end of a message. */
const MAX_MESSAGE_END = 10_000;

const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);

/** A text that is only quoted; GitHub takes longer ones than a message should. */
const quoted = z.string().transform(text => shorten(text, MAX_LINE));

const branch = z.object({ ref: z.string().max(1_000) });
const repositoryId = z.object({ id: z.number().int() });

const pull = z.object({
  number: z.number().int().positive(),
  html_url: z.string().max(1_000),
});

const message = z.string().transform(text => text.slice(-MAX_MESSAGE_END));
/** One whose title is read, too: a longer one is none of ours. */
const wholeMessage = z
  .string()
  .transform(text => (text.length <= MAX_MESSAGE_END ? text : ''));
const person = z.object({ name: quoted, email: quoted });
const verification = z.object({ verified: z.boolean() });

const time = z.string().max(40);
/** A time that is calculated with, not only shown. */
const readableTime = time.refine(text => !Number.isNaN(Date.parse(text)), {
  message: 'must be a time',
});
const address = z.string().max(1_000);
const MAX_LISTED = 100;

/** The fields that are used of GitHub's answers. */
export const githubAnswers = {
  ref: z.object({ object: z.object({ sha }) }),
  commit: z.object({ sha, tree: z.object({ sha }) }),
  tree: z.object({
    sha,
    truncated: z.boolean(),
    tree: z
      .array(
        z.object({
          path: z.string().max(MAX_PATH).optional(),
          mode: z.string().max(MAX_LINE).optional(),
          type: z.string().max(MAX_LINE).optional(),
          sha: sha.nullish(),
          size: z.number().int().nonnegative().optional(),
        }),
      )
      .max(MAX_ENTRIES),
  }),
  blob: z.object({
    content: z.string().max(MAX_CONTENT),
    encoding: z.literal('base64'),
  }),
  /** A file that was asked for with the media type `raw`. */
  file: z.string().max(MAX_CONTENT),
  versions: z.array(z.object({ sha })).max(MAX_PER_PAGE),
  messages: z
    .array(z.object({ commit: z.object({ message: wholeMessage }) }))
    .max(MAX_PER_PAGE),
  comparison: z.object({
    commits: z
      .array(
        z.object({
          sha,
          commit: z.object({
            message,
            tree: z.object({ sha }),
            author: person.partial().nullable(),
            verification: verification.optional(),
          }),
        }),
      )
      .max(MAX_PER_PAGE),
    merge_base_commit: z.object({ sha }),
  }),
  createdTree: z.object({ sha }),
  createdCommit: z.object({
    ...{ sha, message },
    tree: z.object({ sha }),
    author: person,
    verification: verification.optional(),
  }),
  pull,
  pullState: pull.extend({
    title: quoted,
    state: z.enum(['open', 'closed']),
    merged: z.boolean(),
  }),
  pulls: z
    .array(
      pull.extend({
        title: quoted,
        state: z.enum(['open', 'closed']),
        merged_at: time.nullish(),
        head: branch.extend({ sha, repo: repositoryId.nullish() }),
        base: branch.extend({ repo: repositoryId }),
      }),
    )
    .max(MAX_PER_PAGE),
  closedPulls: z
    .array(
      z.object({
        number: z.number().int().positive(),
        title: quoted,
        updated_at: readableTime,
        merged_at: readableTime.nullish(),
        user: z.object({ login: quoted }).nullish(),
        head: branch.extend({ repo: repositoryId.nullish() }),
        base: branch.extend({ repo: repositoryId }),
      }),
    )
    .max(MAX_PER_PAGE),
  pullDetail: pull.extend({
    title: quoted,
    state: z.enum(['open', 'closed']),
    created_at: time,
    merged_at: time.nullish(),
    closed_at: time.nullish(),
    merge_commit_sha: sha.nullish(),
    head: branch.extend({ sha, repo: repositoryId.nullish() }),
    base: branch.extend({ repo: repositoryId }),
    requested_reviewers: z
      .array(z.object({ login: quoted }))
      .max(MAX_LISTED)
      .default([]),
    requested_teams: z
      .array(z.object({ name: quoted }))
      .max(MAX_LISTED)
      .default([]),
  }),
  pullCommits: z
    .array(z.object({ commit: z.object({ message }) }))
    .max(MAX_PER_PAGE),
  checkRuns: z.object({
    check_runs: z
      .array(
        z.object({
          name: quoted,
          status: z.string().max(MAX_LINE),
          conclusion: z.string().max(MAX_LINE).nullish(),
          html_url: address.nullish(),
          started_at: time.nullish(),
          completed_at: time.nullish(),
        }),
      )
      .max(MAX_LISTED),
  }),
  workflowRuns: z.object({
    workflow_runs: z
      .array(
        z.object({
          name: quoted.nullish(),
          path: z.string().max(MAX_PATH).nullish(),
          status: z.string().max(MAX_LINE).nullish(),
          conclusion: z.string().max(MAX_LINE).nullish(),
          html_url: address,
          run_started_at: time.nullish(),
          updated_at: time,
        }),
      )
      .max(MAX_LISTED),
  }),
} satisfies Record<string, z.ZodType>;

/** A kind of answer. */
export type GithubAnswer = keyof typeof githubAnswers;

/**
 * Waits for an answer and parses it: Octokit does not check that answers match
 * its types, and each text in them can be of any length.
 *
 * @throws ServiceUnavailableError that names the fields which are not as GitHub
 * documents them; GithubRequestError when GitHub refused the request
 */
export async function readAnswer<K extends GithubAnswer>(
  kind: K,
  { url }: Pick<GithubRepository, 'url'>,
  request: Promise<{ data: unknown }>,
): Promise<z.output<(typeof githubAnswers)[K]>> {
  const { data } = await request;
  const parsed = githubAnswers[kind].safeParse(data);
  if (!parsed.success) {
    throw new ServiceUnavailableError(
      `GitHub sent an answer about ${url} that cannot be understood: ${describe(
        parsed.error,
      )}`,
    );
  }
  return parsed.data as z.output<(typeof githubAnswers)[K]>;
}

/** Names the first fields; a path has only keys of the schema and indexes. */
function describe({ issues }: z.ZodError): string {
  const named = issues
    .slice(0, 5)
    .map(({ path, message: why }) => `${path.join('.') || 'answer'}: ${why}`);
  const more = issues.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
