/** One entry of `errors` in GitHub's answer to a request it cannot accept. */
export interface GithubErrorDetail {
  resource: string;
  code: string;
  field?: string;
  message?: string;
}

/** An answer other than success, in the form that GitHub gives it. */
export class GithubError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors?: GithubErrorDetail[],
  ) {
    super(message);
    this.name = 'GithubError';
  }

  /** 404 as GitHub says it, whatever is missing. */
  static notFound(): GithubError {
    return new GithubError(404, 'Not Found');
  }

  /** 422 with the list of what is wrong. */
  static invalid(...errors: GithubErrorDetail[]): GithubError {
    return new GithubError(422, 'Validation Failed', errors);
  }
}
