import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';
import { limitWait } from './limitWait';
import { refusalWords } from './refusalWords';
import { shorten } from './shorten';

/** Paths and reasons come from GitHub and can be of any length. */
const MAX_TEXT = 1_000;

const text = z.string().optional().catch(undefined);

/** What GitHub says in the body of a refusal; no field of it is certain. */
const refusalSchema = z.object({
  message: text,
  errors: z
    .array(
      z
        .union([
          z.string().transform(message => ({ message, field: '', code: '' })),
          z.object({ message: text, field: text, code: text }),
        ])
        .catch({ message: '', field: '', code: '' }),
    )
    .catch([]),
});

/**
 * A request that GitHub refused; the message says what to do about it where
 * that is known, then which and why, without secrets.
 */
export class GithubRequestError extends ForwardedError {
  /** Absent when GitHub did not answer at all. */
  readonly status: number | undefined;
  /** Whether a rate limit is the reason. */
  readonly isLimit: boolean;

  constructor(error: unknown, repositoryUrl: string) {
    const { message, request, response } = error as {
      message?: string;
      request?: { method?: string; url?: string };
      response?: {
        status?: number;
        data?: unknown;
        headers?: Record<string, unknown>;
      };
    };
    // Octokit makes a status up when there is no answer.
    const { status, headers } = response ?? {};
    const path = request?.url
      ? shorten(new URL(request.url).pathname, MAX_TEXT)
      : '';
    const said = shorten(
      details(response?.data) ?? message ?? 'no reason given',
      MAX_TEXT,
    );
    const { method } = request ?? {};
    const refusal = { status, headers, said, method, path };
    const words = refusalWords(refusal, Date.now());
    super(
      `${words ? `${words}. ` : ''}GitHub answered ${status ?? 'nothing'} to ${
        method ?? 'a request'
      } ${path} (${repositoryUrl})`,
      new Error(said),
    );
    this.status = status;
    this.isLimit = limitWait(refusal, Date.now()) !== undefined;
  }
}

/** Whether GitHub answered with 404. */
export function isGithubStatus(error: unknown, status: number): boolean {
  return error instanceof GithubRequestError && error.status === status;
}

/**
 * Whether GitHub refused what the credentials ask for. Without the right to
 * write workflows it answers with any of these statuses, depending on the kind
 * of credentials. A rate limit refuses everything, and is no refusal of that.
 */
export function isRefusal(error: unknown): boolean {
  if (error instanceof GithubRequestError && error.isLimit) {
    return false;
  }
  return [403, 404, 422].some(status => isGithubStatus(error, status));
}

/**
 * Whether a concurrent run was faster: what this run tried to create exists by
 * now, or what it tried to move is gone or has moved. Reading the state again
 * shows what to do.
 */
export function isRace(error: unknown): boolean {
  return (
    isGithubStatus(error, 422) &&
    /Reference already exists|Reference does not exist|Update is not a fast forward|pull request already exists/.test(
      String(error),
    )
  );
}

function details(data: unknown): string | undefined {
  const { message, errors } = refusalSchema.safeParse(data).data ?? {
    errors: [],
  };
  const more = errors.map(
    each => each.message ?? [each.field, each.code].filter(Boolean).join(' '),
  );
  return [message, ...more].filter(Boolean).join('; ') || undefined;
}
