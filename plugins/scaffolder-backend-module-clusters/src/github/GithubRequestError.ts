import { ForwardedError } from '@backstage/errors';

/** GitHub did not do what it was asked to; says what and why, and no more. */
export class GithubRequestError extends ForwardedError {
  readonly status: number | undefined;

  constructor(error: unknown, repositoryUrl: string) {
    const { status, message, request, response } = error as {
      status?: number;
      message?: string;
      request?: { method?: string; url?: string };
      response?: { data?: unknown };
    };
    const path = request?.url ? new URL(request.url).pathname : '';
    super(
      `GitHub answered ${status ?? 'nothing'} to ${
        request?.method ?? 'a request'
      } ${path} (${repositoryUrl})`,
      new Error(details(response?.data) ?? message ?? 'no reason given'),
    );
    this.status = status;
  }
}

/** Whether GitHub said that something is not there. */
export function isGithubStatus(error: unknown, status: number): boolean {
  return error instanceof GithubRequestError && error.status === status;
}

function details(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) {
    return undefined;
  }
  const { message, errors } = data as { message?: unknown; errors?: unknown };
  const more = Array.isArray(errors)
    ? errors.map(each => each?.message ?? `${each?.field} ${each?.code}`)
    : [];
  return [message, ...more].filter(Boolean).join('; ') || undefined;
}
