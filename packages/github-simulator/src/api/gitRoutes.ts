import { Router } from 'express';
import { z } from 'zod';
import type { SimulatedRepository } from '../SimulatedRepository';
import type { GitTreeChange } from '../git';
import { GitCommandError } from '../git';
import { GithubError } from '../GithubError';
import type { ContextOf } from './context';
import { query, readBody, route } from './context';
import { gitCommitBody, treeEntryBody } from './representations';
import { resolveTree } from './resolveTree';
import { signatureSchema, signatureWithDefaults } from './signatureSchema';

const blobSchema = z.object({
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
});

const treeSchema = z.object({
  base_tree: z.string().optional(),
  tree: z.array(
    z.object({
      path: z.string().min(1),
      mode: z.enum(['100644', '100755', '040000', '160000', '120000']),
      type: z.enum(['blob', 'tree', 'commit']).optional(),
      sha: z.string().nullable().optional(),
      content: z.string().optional(),
    }),
  ),
});

const commitSchema = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: signatureSchema.optional(),
  committer: signatureSchema.optional(),
});

/** Blobs, trees and commits of the git database. */
export function gitRoutes(contextOf: ContextOf): Router {
  const router = Router({ mergeParams: true });

  router.post(
    '/blobs',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const { content, encoding } = readBody(req, blobSchema);
      const sha = await repository.git.writeBlob(
        encoding === 'base64' ? Buffer.from(content, 'base64') : content,
      );
      const url = urls.api(`/git/blobs/${sha}`);
      res.status(201).location(url).json({ sha, url });
    }),
  );

  router.get(
    '/blobs/:sha',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const { sha } = req.params;
      const content = await repository.git.readBlob(sha);
      if (!content) {
        throw GithubError.notFound();
      }
      res.json({
        sha,
        node_id: `B_${sha}`,
        size: content.length,
        url: urls.api(`/git/blobs/${sha}`),
        content: content.toString('base64'),
        encoding: 'base64',
      });
    }),
  );

  router.post(
    '/trees',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const body = readBody(req, treeSchema);
      const base = body.base_tree
        ? await resolveTree(repository.git, body.base_tree)
        : undefined;
      if (body.base_tree && !base) {
        throw new GithubError(422, 'Tree SHA does not exist');
      }
      const sha = await writeTree(repository, base, body.tree);
      const entries = await repository.git.listTree(sha, false);
      const url = urls.api(`/git/trees/${sha}`);
      const tree = entries.map(entry => treeEntryBody(urls, entry));
      res.status(201).location(url).json({ sha, url, tree, truncated: false });
    }),
  );

  router.get(
    '/trees/*',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const sha = await resolveTree(repository.git, req.params[0]);
      if (!sha) {
        throw GithubError.notFound();
      }
      // Any value counts, even `recursive=0`: so it is on GitHub.
      const recursive = query(req, 'recursive') !== undefined;
      const entries = await repository.git.listTree(sha, recursive);
      res.json({
        sha,
        url: urls.api(`/git/trees/${sha}`),
        tree: entries.map(entry => treeEntryBody(urls, entry)),
        truncated: false,
      });
    }),
  );

  router.post(
    '/commits',
    route(async (req, res) => {
      const { repository, urls, actor } = contextOf(req);
      const { git } = repository;
      const body = readBody(req, commitSchema);
      if (!(await git.hasObject(body.tree, 'tree'))) {
        throw new GithubError(422, 'Tree SHA does not exist');
      }
      for (const parent of body.parents) {
        if (!(await git.hasObject(parent, 'commit'))) {
          throw new GithubError(
            422,
            'Parent SHA does not exist or is not a commit object',
          );
        }
      }
      const author = signatureWithDefaults(body.author, actor);
      const sha = await git.writeCommit({
        tree: body.tree,
        parents: body.parents,
        message: body.message,
        author,
        committer: body.committer
          ? signatureWithDefaults(body.committer, actor)
          : author,
      });
      const commit = await git.readCommit(sha);
      if (!commit) {
        throw new Error(`commit ${sha} cannot be read back`);
      }
      const answer = gitCommitBody(urls, commit);
      res.status(201).location(answer.url).json(answer);
    }),
  );

  router.get(
    '/commits/:sha',
    route(async (req, res) => {
      const { repository, urls } = contextOf(req);
      const commit = await repository.git.readCommit(req.params.sha);
      if (!commit) {
        throw GithubError.notFound();
      }
      res.json(gitCommitBody(urls, commit));
    }),
  );

  return router;
}

async function writeTree(
  { git }: SimulatedRepository,
  base: string | undefined,
  entries: z.infer<typeof treeSchema>['tree'],
): Promise<string> {
  const changes: GitTreeChange[] = [];
  for (const { path, mode, sha, content } of entries) {
    if (mode === '040000' || mode === '160000') {
      throw new GithubError(
        422,
        'this GitHub takes files only, not trees or submodules',
      );
    }
    if (sha && !(await git.hasObject(sha, 'blob'))) {
      throw new GithubError(422, `tree.sha ${sha} is not a valid blob`);
    }
    if (sha === undefined && content === undefined) {
      throw new GithubError(422, 'tree.sha or tree.content must be given');
    }
    const blob = sha === undefined ? await git.writeBlob(content ?? '') : sha;
    changes.push({ path, mode, sha: blob });
  }
  try {
    return await git.writeTree(base, changes);
  } catch (error) {
    if (error instanceof GitCommandError) {
      throw new GithubError(
        422,
        'tree.path contains a malformed path component',
      );
    }
    throw error;
  }
}
