import type { Request } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import type { GitTreeEntry } from '../git';
import { GitCommandError } from '../git';
import { GithubError } from '../GithubError';
import type { ContextOf, RouteContext } from './context';
import { query, readBody, route } from './context';
import type { GithubUrls } from './GithubUrls';
import { encodePath } from './GithubUrls';
import { gitCommitBody } from './representations';
import { signatureSchema, signatureWithDefaults } from './signatureSchema';

const removeSchema = z.object({
  message: z.string(),
  sha: z.string().optional(),
  branch: z.string().optional(),
  author: signatureSchema.optional(),
  committer: signatureSchema.optional(),
});
const writeSchema = removeSchema.extend({ content: z.string() });

/** Files by path: read, write and remove with one commit each. */
export function contentsRoutes(contextOf: ContextOf): Router {
  const router = Router({ mergeParams: true });

  router.get(
    ['/', '/*'],
    route(async (req, res) => {
      const context = contextOf(req);
      const { git, defaultBranch } = context.repository;
      const ref = query(req, 'ref') ?? defaultBranch;
      const commit = await git.resolveCommit(ref);
      if (!commit) {
        throw new GithubError(404, `No commit found for the ref ${ref}`);
      }
      const path = pathOf(req);
      const entry = await git.findEntry(commit, path);
      if (!entry) {
        throw GithubError.notFound();
      }
      if (entry.type === 'tree') {
        const children = await git.listTree(entry.sha, false);
        const prefix = path === '' ? '' : `${path}/`;
        res.json(
          children.map(child =>
            entryBody(
              context.urls,
              { ...child, path: `${prefix}${child.path}` },
              ref,
            ),
          ),
        );
        return;
      }
      const content = (await git.readBlob(entry.sha)) ?? Buffer.alloc(0);
      if (/\braw\b/.test(req.get('accept') ?? '')) {
        res.type('application/vnd.github.raw; charset=utf-8').send(content);
        return;
      }
      res.json({
        ...entryBody(context.urls, entry, ref),
        content: content.toString('base64'),
        encoding: 'base64',
      });
    }),
  );

  router.put(
    '/*',
    route(async (req, res) => {
      const context = contextOf(req);
      const body = readBody(req, writeSchema);
      const blob = await context.repository.git.writeBlob(
        Buffer.from(body.content, 'base64'),
      );
      const path = pathOf(req);
      const { existed, commit } = await commitFile(context, path, blob, body);
      const ref = body.branch ?? context.repository.defaultBranch;
      const entry = await context.repository.git.findEntry(commit.sha, path);
      res.status(existed ? 200 : 201).json({
        content: entry && entryBody(context.urls, entry, ref),
        commit: gitCommitBody(context.urls, commit),
      });
    }),
  );

  router.delete(
    '/*',
    route(async (req, res) => {
      const context = contextOf(req);
      const body = readBody(req, removeSchema);
      const { commit } = await commitFile(context, pathOf(req), null, body);
      res.json({ content: null, commit: gitCommitBody(context.urls, commit) });
    }),
  );

  return router;
}

async function commitFile(
  { repository, actor }: RouteContext,
  path: string,
  blob: string | null,
  body: z.infer<typeof removeSchema>,
) {
  const { git } = repository;
  return repository.exclusively(async () => {
    const branch = body.branch ?? repository.defaultBranch;
    const ref = `refs/heads/${branch}`;
    const parent = await git.readRef(ref);
    if (!parent) {
      throw new GithubError(404, `Branch ${branch} not found`);
    }
    const current = await git.findEntry(parent, path);
    checkExpected(path, current, blob, body.sha);
    const mode = current?.mode ?? '100644';
    const tree = await git
      .writeTree(parent, [{ path, mode, sha: blob }])
      .catch(error => {
        throw error instanceof GitCommandError
          ? new GithubError(422, 'path contains a malformed path component')
          : error;
      });
    const author = signatureWithDefaults(body.author, actor);
    const sha = await git.writeCommit({
      tree,
      parents: [parent],
      message: body.message,
      author,
      committer: body.committer
        ? signatureWithDefaults(body.committer, actor)
        : author,
    });
    await repository.moveRef({ ref, from: parent, to: sha, actor });
    const commit = await git.readCommit(sha);
    if (!commit) {
      throw new Error(`commit ${sha} cannot be read back`);
    }
    return { existed: current !== undefined, commit };
  });
}

function checkExpected(
  path: string,
  current: GitTreeEntry | undefined,
  blob: string | null,
  expected: string | undefined,
) {
  if (!current && blob === null) {
    throw GithubError.notFound();
  }
  if (current && !expected) {
    throw new GithubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  if (current && current.sha !== expected) {
    throw new GithubError(409, `${path} does not match ${expected}`);
  }
}

function pathOf(req: Request): string {
  return (req.params[0] ?? '').replace(/^\/+|\/+$/g, '');
}

function entryBody(urls: GithubUrls, entry: GitTreeEntry, ref: string) {
  const path = encodePath(entry.path);
  const file = entry.type === 'blob';
  const url = urls.api(`/contents/${path}?ref=${encodeURIComponent(ref)}`);
  const html = urls.page(
    `/${file ? 'blob' : 'tree'}/${encodePath(ref)}/${path}`,
  );
  const git = urls.api(`/git/${file ? 'blobs' : 'trees'}/${entry.sha}`);
  return {
    type: file ? 'file' : 'dir',
    name: entry.path.split('/').pop() ?? '',
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url,
    html_url: html,
    git_url: git,
    download_url: file ? urls.page(`/raw/${encodePath(ref)}/${path}`) : null,
    _links: { self: url, html, git },
  };
}
