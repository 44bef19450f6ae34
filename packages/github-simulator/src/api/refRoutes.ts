import { Router } from 'express';
import { z } from 'zod';
import { GithubError } from '../GithubError';
import type { ContextOf } from './context';
import { readBody, route } from './context';
import { paginate } from './paginate';
import { refBody } from './representations';

const createSchema = z.object({ ref: z.string(), sha: z.string() });
const updateSchema = z.object({
  sha: z.string(),
  force: z.boolean().default(false),
});

/** Refs of the git database. */
export function refRoutes(contextOf: ContextOf): Router {
  const router = Router({ mergeParams: true });

  router.get(
    '/ref/*',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const ref = `refs/${req.params[0]}`;
      const sha = await repository.git.readRef(ref);
      if (!sha) {
        throw GithubError.notFound();
      }
      res.json(refBody(urls, ref, sha));
    }),
  );

  router.get(
    '/matching-refs/*',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const refs = await repository.git.listRefs(`refs/${req.params[0]}`);
      const page = paginate(req, res, refs);
      res.json(page.map(({ ref, sha }) => refBody(urls, ref, sha)));
    }),
  );

  router.post(
    '/refs',
    route(async (req, res) => {
      const { repository, urls, actor } = contextOf(req);
      const { ref, sha } = readBody(req, createSchema);
      await repository.exclusively(async () => {
        const { git } = repository;
        const form = /^refs\/[^/]+\/.+$/;
        if (!form.test(ref) || !(await git.isValidRef(ref))) {
          throw new GithubError(422, `${ref} is not a valid ref name.`);
        }
        if (!(await git.hasObject(sha, 'commit'))) {
          throw new GithubError(422, 'Object does not exist');
        }
        if (await git.readRef(ref)) {
          throw new GithubError(422, 'Reference already exists');
        }
        await repository.moveRef({ ref, to: sha, actor });
      });
      const answer = refBody(urls, ref, sha);
      res.status(201).location(answer.url).json(answer);
    }),
  );

  router.patch(
    '/refs/*',
    route(async (req, res) => {
      const { repository, urls, actor } = contextOf(req);
      const ref = `refs/${req.params[0]}`;
      const { sha, force } = readBody(req, updateSchema);
      await repository.exclusively(async () => {
        const { git } = repository;
        const from = await git.readRef(ref);
        if (!from) {
          throw new GithubError(422, 'Reference does not exist');
        }
        if (!(await git.hasObject(sha, 'commit'))) {
          throw new GithubError(422, 'Object does not exist');
        }
        if (!force && !(await git.isAncestor(from, sha))) {
          throw new GithubError(422, 'Update is not a fast forward');
        }
        if (from !== sha) {
          await repository.moveRef({ ref, from, to: sha, actor });
        }
      });
      res.json(refBody(urls, ref, sha));
    }),
  );

  router.delete(
    '/refs/*',
    route(async (req, res) => {
      const { repository, actor } = contextOf(req);
      const ref = `refs/${req.params[0]}`;
      await repository.exclusively(async () => {
        const from = await repository.git.readRef(ref);
        if (!from) {
          throw new GithubError(422, 'Reference does not exist');
        }
        if (ref === `refs/heads/${repository.defaultBranch}`) {
          throw new GithubError(422, 'Cannot delete the default branch');
        }
        await repository.moveRef({ ref, from, actor });
      });
      res.status(204).end();
    }),
  );

  return router;
}
