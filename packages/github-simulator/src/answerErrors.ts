import type { ErrorRequestHandler, Response } from 'express';
import { GithubError } from './GithubError';

/**
 * Answers the error of a route, unless an answer has already begun.
 *
 * @param send - writes the answer
 * @param known - what an error that is none of GitHub's stands for
 */
export function answerErrors(
  send: (res: Response, error: GithubError) => void,
  known: (error: unknown) => GithubError = unexpected,
): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const answer = error instanceof GithubError ? error : known(error);
    send(res.status(answer.status), answer);
  };
}

/** An error of the simulator itself. */
export function unexpected(error: unknown): GithubError {
  return new GithubError(500, error instanceof Error ? error.message : 'Error');
}
