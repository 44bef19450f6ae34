import type { Request, Response } from 'express';
import { Router } from 'express';
import { pipeline } from 'node:stream/promises';
import type { GitRepository } from '../git';
import { GithubError } from '../GithubError';
import type { ContextOf, RouteContext } from './context';
import { query, route } from './context';
import { fileChanges } from './fileChanges';
import type { GithubUrls } from './GithubUrls';
import { encodePath } from './GithubUrls';
import { paginate } from './paginate';
import { checkRunBody, workflowRunBody } from './runBodies';
import { fullRepositoryBody, minimalRepositoryBody } from './repositoryBody';
import { commitBody } from './representations';

/** The repository itself: branches, commits, comparison, archives. */
export function repositoryRoutes(contextOf: ContextOf): Router {
  const router = Router({ mergeParams: true });

  router.get(
    '/',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      res.json(fullRepositoryBody(repository, urls));
    }),
  );

  router.get(
    '/branches',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const refs = await repository.git.listRefs('refs/heads/');
      const page = paginate(req, res, refs);
      res.json(
        page.map(({ ref, sha }) => branchBody(urls, branchName(ref), sha)),
      );
    }),
  );

  router.get(
    '/branches/*',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const name = req.params[0];
      const sha = await repository.git.readRef(`refs/heads/${name}`);
      const commit = sha && (await repository.git.readCommit(sha));
      if (!commit) {
        throw new GithubError(404, 'Branch not found');
      }
      res.json({
        ...branchBody(urls, name, commit.sha),
        ...protectionBody(urls, name),
        commit: commitBody(urls, commit),
      });
    }),
  );

  router.get(
    '/commits',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const start = query(req, 'sha') ?? repository.defaultBranch;
      const sha = await commitOf(repository.git, start);
      const commits = await repository.git.log(sha, {
        path: query(req, 'path'),
      });
      const page = paginate(req, res, commits);
      res.json(page.map(commit => commitBody(urls, commit)));
    }),
  );

  router.get(
    '/commits/*/check-runs',
    route(async (req, res) => {
      const context = contextOf(req);
      const sha = await commitOf(context.repository.git, req.params[0]);
      const runs = context.repository.ci.checks.of(sha);
      res.json({
        total_count: runs.length,
        check_runs: runs.map(run => checkRunBody(context.urls, sha, run)),
      });
    }),
  );

  router.get(
    '/actions/runs',
    route(async (req, res) => {
      const context = contextOf(req);
      const sha = query(req, 'head_sha') ?? '';
      const { ci, git } = context.repository;
      const runs = ci.workflows.of(sha);
      const commit = runs.length > 0 ? await git.readCommit(sha) : undefined;
      res.json({
        total_count: runs.length,
        workflow_runs: runs.map(run =>
          workflowRunBody(context, { sha, commit, run }),
        ),
      });
    }),
  );

  router.get(
    '/commits/*/status',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const sha = await commitOf(repository.git, req.params[0]);
      res.json({
        state: 'pending',
        statuses: [],
        sha,
        total_count: 0,
        repository: minimalRepositoryBody(repository, urls),
        commit_url: urls.api(`/commits/${sha}`),
        url: urls.api(`/commits/${sha}/status`),
      });
    }),
  );

  router.get(
    '/commits/*',
    route(async (req, res) => {
      const context = contextOf(req);
      const { git } = context.repository;
      const sha = await commitOf(git, req.params[0]);
      const commit = await git.readCommit(sha);
      if (!commit) {
        throw GithubError.notFound();
      }
      const parent = commit.parents[0];
      const files = parent ? await fileChanges(context, parent, sha) : [];
      res.json({ ...commitBody(context.urls, commit), files });
    }),
  );

  router.get(
    '/compare/*',
    route(async (req, res) => {
      res.json(await compare(contextOf(req), req.params[0]));
    }),
  );

  router.get(
    '/:format(tarball|zipball)/*',
    route(async (req, res) => sendArchive(contextOf(req), req, res)),
  );
  router.get(
    '/:format(tarball|zipball)',
    route(async (req, res) => sendArchive(contextOf(req), req, res)),
  );

  return router;
}

async function commitOf(git: GitRepository, name: string): Promise<string> {
  const sha = await git.resolveCommit(name);
  if (!sha) {
    throw new GithubError(422, `No commit found for SHA: ${name}`);
  }
  return sha;
}

async function compare(context: RouteContext, basehead: string) {
  const { repository, urls } = context;
  const { git } = repository;
  const [baseName, headName] = basehead.split('...');
  const [base, head] = await Promise.all(
    [baseName, headName].map(name =>
      name ? git.resolveCommit(name.split(':').pop() ?? '') : undefined,
    ),
  );
  const mergeBase = base && head && (await git.mergeBase(base, head));
  if (!base || !head || !mergeBase) {
    throw GithubError.notFound();
  }
  const [ahead, behind, files, baseCommit, mergeBaseCommit] = await Promise.all(
    [
      git.log(`${base}..${head}`, { reverse: true }),
      git.log(`${head}..${base}`),
      fileChanges(context, base, head),
      git.readCommit(base),
      git.readCommit(mergeBase),
    ],
  );
  const page = urls.page(`/compare/${encodePath(basehead)}`);
  return {
    url: urls.api(`/compare/${encodePath(basehead)}`),
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: baseCommit && commitBody(urls, baseCommit),
    merge_base_commit: mergeBaseCommit && commitBody(urls, mergeBaseCommit),
    status: compareStatus(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.map(commit => commitBody(urls, commit)),
    files,
  };
}

function compareStatus(ahead: number, behind: number): string {
  if (ahead && behind) {
    return 'diverged';
  }
  if (ahead) {
    return 'ahead';
  }
  return behind ? 'behind' : 'identical';
}

// github.com answers with a redirect to another host; Backstage follows either.
async function sendArchive(
  { repository }: RouteContext,
  req: Request,
  res: Response,
): Promise<void> {
  const name = req.params[0] || repository.defaultBranch;
  const sha = await repository.git.resolveCommit(name);
  if (!sha) {
    throw GithubError.notFound();
  }
  const zip = req.params.format === 'zipball';
  const folder = `${repository.owner}-${repository.name}-${sha.slice(0, 7)}`;
  const extension = zip ? 'zip' : 'tar.gz';
  res.type(zip ? 'application/zip' : 'application/x-gzip');
  res.attachment(`${folder}.${extension}`);
  await pipeline(repository.git.archive(sha, extension, folder), res);
}

function branchName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

function branchBody(urls: GithubUrls, name: string, sha: string) {
  return {
    name,
    commit: { sha, url: urls.api(`/commits/${sha}`) },
    protected: false,
  };
}

function protectionBody(urls: GithubUrls, name: string) {
  const url = urls.api(`/branches/${encodePath(name)}`);
  return {
    protection: { enabled: false },
    protection_url: `${url}/protection`,
    _links: { self: url, html: urls.page(`/tree/${encodePath(name)}`) },
  };
}
