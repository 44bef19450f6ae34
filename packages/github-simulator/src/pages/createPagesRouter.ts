import type { Request, Response } from 'express';
import express, { Router } from 'express';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { comparePoints } from '../api';
import { route } from '../api/context';
import type { SimulatedPullRequest } from '../SimulatedPullRequest';
import type { SimulatedRepository } from '../SimulatedRepository';
import { answerErrors } from '../answerErrors';
import { GithubError } from '../GithubError';
import { mergePullRequest } from '../mergePullRequest';
import { codePage, commitPage, commitsPage, findPlace } from './codePages';
import { html } from './html';
import { ASSETS, layout, PAGES_CSS } from './layout';
import type { PageContext } from './PageContext';
import { pagePath } from './PageContext';
import { pullListPage, pullPage } from './pullPages';

const formSchema = z.object({ token: z.string(), head: z.string() });

/** The pages that a person sees. */
export function createPagesRouter(options: {
  repositories: readonly SimulatedRepository[];
  /** Login of the user of the pages. */
  visitor: string;
}): Router {
  const { repositories, visitor } = options;
  // Another site that the visitor has open cannot know this, so its forms fail.
  const formToken = randomBytes(24).toString('base64url');
  const router = Router();
  router.use((_req, res, next) => {
    res.set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  });
  router.use(ASSETS, assets());
  router.get('/', (_req, res) => {
    const items = repositories.map(
      repository =>
        html`<li>
          <a href="${pagePath(repository)}">${repository.fullName}</a>
        </li>`,
    );
    res.send(
      layout(
        'Repositories',
        html`<h1>Repositories</h1>
          <ul>
            ${items}
          </ul>`,
      ),
    );
  });

  const contextOf = (req: Request): PageContext => {
    const name = `${req.params.owner}/${req.params.repo}`.toLowerCase();
    const repository = repositories.find(
      ({ fullName }) => fullName.toLowerCase() === name,
    );
    if (!repository) {
      throw GithubError.notFound();
    }
    return { repository, formToken };
  };
  const base = '/:owner/:repo';
  router.use(base, codeRoutes(contextOf));
  router.use(base, pullRoutes(contextOf, visitor));
  router.use((_req, _res, next) => next(GithubError.notFound()));
  router.use(answerErrors(sendError));
  return router;
}

type ContextOf = (req: Request) => PageContext;

function assets(): Router {
  const router = Router();
  const diffCss = readFileSync(
    require.resolve('diff2html/bundles/css/diff2html.min.css'),
    'utf8',
  );
  router.get(
    '/diff2html.css',
    (_req, res) => void res.type('css').send(diffCss),
  );
  router.get('/pages.css', (_req, res) => void res.type('css').send(PAGES_CSS));
  return router;
}

function codeRoutes(contextOf: ContextOf): Router {
  const router = Router({ mergeParams: true });
  router.get(
    ['/', '/:kind(tree|blob|edit)/*'],
    route(async (req, res) => {
      const context = contextOf(req);
      const { defaultBranch } = context.repository;
      const place = await findPlace(context, req.params[0] || defaultBranch);
      if (!place) {
        throw GithubError.notFound();
      }
      res.send(await codePage(context, place));
    }),
  );
  router.get(
    '/raw/*',
    route(async (req, res) => {
      const context = contextOf(req);
      const place = await findPlace(context, req.params[0]);
      const content =
        place && (await context.repository.git.readBlob(place.entry.sha));
      if (!content) {
        throw GithubError.notFound();
      }
      res.type('text/plain; charset=utf-8').send(content);
    }),
  );
  router.get(
    ['/commits', '/commits/*'],
    route(async (req, res) => {
      const context = contextOf(req);
      const { git, defaultBranch } = context.repository;
      const commit = await git.resolveCommit(req.params[0] || defaultBranch);
      if (!commit) {
        throw GithubError.notFound();
      }
      res.send(await commitsPage(context, commit));
    }),
  );
  router.get(
    '/commit/:sha',
    route(async (req, res) => {
      const context = contextOf(req);
      const commit = await context.repository.git.readCommit(req.params.sha);
      if (!commit) {
        throw GithubError.notFound();
      }
      res.send(await commitPage(context, commit));
    }),
  );
  return router;
}

function pullRoutes(contextOf: ContextOf, visitor: string): Router {
  const router = Router({ mergeParams: true });
  router.get(
    '/pulls',
    route(async (req, res) => void res.send(pullListPage(contextOf(req)))),
  );
  router.get(
    '/pull/:number(\\d+).diff',
    route(async (req, res) => {
      const context = contextOf(req);
      const pull = pullOf(req, context);
      const { git } = context.repository;
      const { from, to } = await comparePoints(git, pull.baseSha, pull.headSha);
      res.type('text/plain').send(await git.diff(from, to));
    }),
  );
  router.get(
    ['/pull/:number(\\d+)', '/pull/:number(\\d+)/files'],
    route(async (req, res) => {
      const context = contextOf(req);
      res.send(await pullPage(context, pullOf(req, context)));
    }),
  );
  const form = express.urlencoded({ extended: false, limit: '10kb' });
  router.post(
    '/pull/:number(\\d+)/merge',
    form,
    route(async (req, res) => {
      const context = contextOf(req);
      const { head } = readForm(req, context);
      const { number } = pullOf(req, context);
      await mergePullRequest(context.repository, {
        number,
        actor: visitor,
        expectedHead: head,
      });
      res.redirect(303, pagePath(context.repository, `/pull/${number}`));
    }),
  );
  router.post(
    '/pull/:number(\\d+)/close',
    form,
    route(async (req, res) => {
      const context = contextOf(req);
      readForm(req, context);
      const { repository } = context;
      await repository.exclusively(async () => {
        const pull = pullOf(req, context);
        const now = new Date().toISOString();
        if (pull.state === 'open') {
          const closed = {
            state: 'closed',
            closedAt: now,
            updatedAt: now,
          } as const;
          await repository.pulls.put({ ...pull, ...closed });
        }
      });
      res.redirect(303, pagePath(repository, `/pull/${req.params.number}`));
    }),
  );
  return router;
}

function readForm(req: Request, { formToken }: PageContext) {
  const form = formSchema.safeParse(req.body);
  if (!form.success || form.data.token !== formToken) {
    throw new GithubError(
      403,
      'This page is out of date. Reload it and try again.',
    );
  }
  return form.data;
}

function pullOf(
  req: Request,
  { repository }: PageContext,
): SimulatedPullRequest {
  const pull = repository.pulls.get(Number(req.params.number));
  if (!pull) {
    throw GithubError.notFound();
  }
  return pull;
}

function sendError(res: Response, { message }: GithubError): void {
  res.send(layout(message, html`<h1>${message}</h1>`));
}
