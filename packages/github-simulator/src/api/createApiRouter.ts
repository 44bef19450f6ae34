import type { Request, Response } from 'express';
import express, { Router } from 'express';
import { timingSafeEqual } from 'node:crypto';
import type { SimulatedRepository } from '../SimulatedRepository';
import { answerErrors, unexpected } from '../answerErrors';
import { GithubError } from '../GithubError';
import type { ContextOf } from './context';
import { route } from './context';
import { contentsRoutes } from './contentsRoutes';
import { gitRoutes } from './gitRoutes';
import { GithubUrls } from './GithubUrls';
import { pullRoutes } from './pullRoutes';
import { refRoutes } from './refRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import { ownUserBody } from './userBody';

const DOCUMENTATION = 'https://docs.github.com/rest';
const MAX_BODY = '40mb';

/** The REST API, in the form that GitHub Enterprise serves it under /api/v3. */
export function createApiRouter(options: {
  repositories: readonly SimulatedRepository[];
  origin: () => string;
  token: string;
  /** Login that the token stands for. */
  login: string;
}): Router {
  const { repositories, origin, token, login } = options;
  const router = Router();
  router.use((req, res, next) => {
    res.set('X-GitHub-Media-Type', 'github.v3; format=json');
    // `fetch` adds no-cache to conditional requests; GitHub answers 304 even so.
    delete req.headers['cache-control'];
    next(checkToken(req, token));
  });
  router.use(express.json({ limit: MAX_BODY, type: () => true }));

  const contextOf: ContextOf = req => {
    const { owner, repo } = req.params;
    const repository = repositories.find(
      ({ fullName }) =>
        fullName.toLowerCase() === `${owner}/${repo}`.toLowerCase(),
    );
    if (!repository) {
      throw GithubError.notFound();
    }
    const urls = new GithubUrls(origin(), repository);
    return { repository, urls, actor: login };
  };

  const anyUrls = () => new GithubUrls(origin(), { fullName: '' });
  router.get(
    '/user',
    route(async (_req, res) => void res.json(ownUserBody(anyUrls(), login))),
  );
  const base = '/repos/:owner/:repo';
  router.use(`${base}/git`, gitRoutes(contextOf), refRoutes(contextOf));
  router.use(`${base}/contents`, contentsRoutes(contextOf));
  router.use(`${base}/pulls`, pullRoutes(contextOf));
  router.use(base, repositoryRoutes(contextOf));

  router.use((_req, _res, next) => next(GithubError.notFound()));
  router.use(answerErrors(sendError, fromBodyParser));
  return router;
}

function checkToken(req: Request, token: string): GithubError | undefined {
  const given = /^(?:token|bearer) +(\S+)$/i.exec(
    req.get('authorization') ?? '',
  )?.[1];
  if (given === undefined) {
    return new GithubError(401, 'Requires authentication');
  }
  const a = Buffer.from(given);
  const b = Buffer.from(token);
  const same = a.length === b.length && timingSafeEqual(a, b);
  return same ? undefined : new GithubError(401, 'Bad credentials');
}

function sendError(res: Response, error: GithubError): void {
  res.json({
    message: error.message,
    ...(error.errors ? { errors: error.errors } : {}),
    documentation_url: DOCUMENTATION,
    status: String(error.status),
  });
}

function fromBodyParser(error: unknown): GithubError {
  const status = (error as { status?: unknown }).status;
  if (status === 400) {
    return new GithubError(400, 'Problems parsing JSON');
  }
  if (status === 413) {
    return new GithubError(413, 'Payload too large');
  }
  return unexpected(error);
}
