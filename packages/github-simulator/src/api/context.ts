import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { SimulatedRepository } from '../SimulatedRepository';
import { GithubError } from '../GithubError';
import type { GithubUrls } from './GithubUrls';

/** What every route works with. */
export interface RouteContext {
  repository: SimulatedRepository;
  urls: GithubUrls;
  /** Login that the request's token stands for. */
  actor: string;
}

/** Finds what a request is about. */
export type ContextOf = (req: Request) => RouteContext;

/** A route that may fail asynchronously. */
export function route(
  handler: (req: Request, res: Response) => Promise<void>,
): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    handler(req, res).catch(next);
  };
}

/**
 * Reads a request body with a schema.
 *
 * @throws GithubError 422, as GitHub answers to a body that it cannot use
 */
export function readBody<T>(req: Request, schema: z.ZodType<T>): T {
  const result = schema.safeParse(req.body ?? {});
  if (result.success) {
    return result.data;
  }
  const issue = result.error.issues[0];
  throw new GithubError(
    422,
    `Invalid request.\n\n"${issue.path.join('.')}": ${issue.message}`,
  );
}

/** A query parameter that is given once. */
export function query(req: Request, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
