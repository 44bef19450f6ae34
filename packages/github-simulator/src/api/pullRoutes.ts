import type { Request } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import { createPullRequest } from '../createPullRequest';
import type { SimulatedPullRequest } from '../SimulatedPullRequest';
import { GithubError } from '../GithubError';
import { mergePullRequest } from '../mergePullRequest';
import type { ContextOf, RouteContext } from './context';
import { query, readBody, route } from './context';
import { comparePoints, fileChanges } from './fileChanges';
import { paginate } from './paginate';
import { pullBody } from './pullBody';
import { pullDetailBody } from './pullDetailBody';
import { commitBody } from './representations';

const createSchema = z.object({
  title: z.string().min(1),
  head: z.string().min(1),
  base: z.string().min(1),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
});
const updateSchema = z.object({
  title: z.string().min(1).optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
});
const reviewersSchema = z.object({ team_reviewers: z.array(z.string()) });
const mergeSchema = z.object({
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
  merge_method: z.enum(['merge', 'squash']).default('merge'),
});

/** Pull requests. */
export function pullRoutes(contextOf: ContextOf): Router {
  const router = Router({ mergeParams: true });

  router.get(
    '/',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const state = query(req, 'state') ?? 'open';
      const head = query(req, 'head')?.split(':').pop();
      const base = query(req, 'base');
      const pulls = repository.pulls
        .list()
        .filter(pull => state === 'all' || pull.state === state)
        .filter(pull => !head || pull.head === head)
        .filter(pull => !base || pull.base === base);
      if (query(req, 'sort') === 'updated') {
        pulls.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
      }
      if (query(req, 'direction') === 'asc') {
        pulls.reverse();
      }
      const page = paginate(req, res, pulls);
      res.json(page.map(pull => pullBody(repository, urls, pull)));
    }),
  );

  router.post(
    '/',
    route(async (req, res) => {
      const context = contextOf(req);
      const body = readBody(req, createSchema);
      const pull = await createPullRequest(context.repository, {
        ...body,
        body: body.body ?? null,
        author: context.actor,
      });
      const answer = await pullDetailBody(context, pull);
      res.status(201).location(answer.url).json(answer);
    }),
  );

  router.get(
    '/:number',
    route(async (req, res) => {
      const context = contextOf(req);
      const pull = pullOf(req, context);
      if (/\bdiff\b/.test(req.get('accept') ?? '')) {
        const { git } = context.repository;
        const { from, to } = await comparePoints(
          git,
          pull.baseSha,
          pull.headSha,
        );
        res.type('text/plain').send(await git.diff(from, to));
        return;
      }
      res.json(await pullDetailBody(context, pull));
    }),
  );

  router.patch(
    '/:number',
    route(async (req, res) => {
      const context = contextOf(req);
      const body = readBody(req, updateSchema);
      const updated = await context.repository.exclusively(() =>
        updatePull(context, pullOf(req, context), body),
      );
      res.json(await pullDetailBody(context, updated));
    }),
  );

  router.post(
    '/:number/requested_reviewers',
    route(async (req, res) => {
      const context = contextOf(req);
      const teams = readBody(req, reviewersSchema).team_reviewers;
      const updated = await context.repository.exclusively(async () => {
        const pull = pullOf(req, context);
        const requested = new Set([...pull.requestedTeams, ...teams]);
        const next = { ...pull, requestedTeams: [...requested] };
        return context.repository.pulls.put(next).then(() => next);
      });
      const { repository, urls } = context;
      res.status(201).json(pullBody(repository, urls, updated));
    }),
  );

  router.get(
    '/:number/files',
    route(async (req, res) => {
      const context = contextOf(req);
      const pull = pullOf(req, context);
      const files = await fileChanges(context, pull.baseSha, pull.headSha);
      res.json(paginate(req, res, files));
    }),
  );

  router.get(
    '/:number/commits',
    route(async (req, res) => {
      const context = contextOf(req);
      const pull = pullOf(req, context);
      const commits = await context.repository.git.log(
        `${pull.baseSha}..${pull.headSha}`,
        { reverse: true },
      );
      const page = paginate(req, res, commits);
      res.json(page.map(commit => commitBody(context.urls, commit)));
    }),
  );

  router.get(
    '/:number/merge',
    route(async (req, res) => {
      if (!pullOf(req, contextOf(req)).mergedAt) {
        throw GithubError.notFound();
      }
      res.status(204).end();
    }),
  );

  router.put(
    '/:number/merge',
    route(async (req, res) => {
      const context = contextOf(req);
      const body = readBody(req, mergeSchema);
      const { sha } = await mergePullRequest(context.repository, {
        number: pullOf(req, context).number,
        actor: context.actor,
        method: body.merge_method,
        expectedHead: body.sha,
        title: body.commit_title,
        message: body.commit_message,
      });
      const message = 'Pull Request successfully merged';
      res.json({ sha, merged: true, message });
    }),
  );

  return router;
}

function pullOf(
  req: Request,
  { repository }: RouteContext,
): SimulatedPullRequest {
  const pull = repository.pulls.get(Number(req.params.number));
  if (!pull) {
    throw GithubError.notFound();
  }
  return pull;
}

async function updatePull(
  { repository }: RouteContext,
  pull: SimulatedPullRequest,
  body: z.infer<typeof updateSchema>,
): Promise<SimulatedPullRequest> {
  const now = new Date().toISOString();
  const updated: SimulatedPullRequest = {
    ...pull,
    title: body.title ?? pull.title,
    body: body.body === undefined ? pull.body : body.body,
    updatedAt: now,
  };
  if (body.state === 'closed' && pull.state === 'open') {
    Object.assign(updated, { state: 'closed', closedAt: now });
  }
  if (body.state === 'open' && pull.state === 'closed') {
    const headSha = await repository.git.readRef(`refs/heads/${pull.head}`);
    if (pull.mergedAt || !headSha) {
      throw GithubError.invalid({
        resource: 'PullRequest',
        field: 'state',
        code: 'invalid',
        message:
          'state cannot be changed. The pull request is merged or its branch is gone.',
      });
    }
    Object.assign(updated, { state: 'open', closedAt: null, headSha });
  }
  await repository.pulls.put(updated);
  return updated;
}
