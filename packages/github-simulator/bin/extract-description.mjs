// Writes data/*.json: the operations of GitHub's OpenAPI description that the
// simulator serves, with all that they refer to and without prose. The package
// itself has 385 MiB unpacked, which nobody should install for two tests.
//
//   node bin/extract-description.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = '@octokit/openapi@23.0.2';
/** github.com, and the oldest GitHub Enterprise Server that is described. */
const DESCRIPTIONS = ['api.github.com', 'ghes-3.17'];
const REPOSITORY = '/repos/{owner}/{repo}';
const OPERATIONS = {
  '/user': ['get'],
  [REPOSITORY]: ['get'],
  [`${REPOSITORY}/actions/runs`]: ['get'],
  [`${REPOSITORY}/branches`]: ['get'],
  [`${REPOSITORY}/branches/{branch}`]: ['get'],
  [`${REPOSITORY}/commits`]: ['get'],
  [`${REPOSITORY}/commits/{ref}`]: ['get'],
  [`${REPOSITORY}/commits/{ref}/check-runs`]: ['get'],
  [`${REPOSITORY}/commits/{ref}/status`]: ['get'],
  [`${REPOSITORY}/compare/{basehead}`]: ['get'],
  [`${REPOSITORY}/contents/{path}`]: ['get', 'put', 'delete'],
  [`${REPOSITORY}/git/blobs`]: ['post'],
  [`${REPOSITORY}/git/blobs/{file_sha}`]: ['get'],
  [`${REPOSITORY}/git/commits`]: ['post'],
  [`${REPOSITORY}/git/commits/{commit_sha}`]: ['get'],
  [`${REPOSITORY}/git/matching-refs/{ref}`]: ['get'],
  [`${REPOSITORY}/git/ref/{ref}`]: ['get'],
  [`${REPOSITORY}/git/refs`]: ['post'],
  [`${REPOSITORY}/git/refs/{ref}`]: ['patch', 'delete'],
  [`${REPOSITORY}/git/trees`]: ['post'],
  [`${REPOSITORY}/git/trees/{tree_sha}`]: ['get'],
  [`${REPOSITORY}/pulls`]: ['get', 'post'],
  [`${REPOSITORY}/pulls/{pull_number}`]: ['get', 'patch'],
  [`${REPOSITORY}/pulls/{pull_number}/commits`]: ['get'],
  [`${REPOSITORY}/pulls/{pull_number}/files`]: ['get'],
  [`${REPOSITORY}/pulls/{pull_number}/merge`]: ['get', 'put'],
  [`${REPOSITORY}/pulls/{pull_number}/requested_reviewers`]: ['post'],
  [`${REPOSITORY}/tarball/{ref}`]: ['get'],
  [`${REPOSITORY}/zipball/{ref}`]: ['get'],
};
/** What says nothing about the form of a message. */
const PROSE = new Set([
  ...['default', 'deprecated', 'description', 'example', 'examples'],
  ...['externalDocs', 'headers', 'operationId', 'summary', 'tags', 'title'],
  ...['discriminator', 'x-github', 'x-github-breaking-changes', 'x-octokit'],
]);

function withoutProse(value, keysAreNames = false) {
  if (Array.isArray(value)) {
    return value.map(item => withoutProse(item));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(
    ([key]) => keysAreNames || !PROSE.has(key),
  );
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      withoutProse(item, !keysAreNames && key === 'properties'),
    ]),
  );
}

function extract(description) {
  const paths = {};
  for (const [path, methods] of Object.entries(OPERATIONS)) {
    for (const method of methods) {
      const operation = description.paths[path]?.[method];
      if (!operation) {
        throw new Error(`${method} ${path}: is not described`);
      }
      const { parameters, requestBody, responses } = withoutProse(operation);
      paths[path] = {
        ...paths[path],
        [method]: { parameters, requestBody, responses },
      };
    }
  }
  const components = {};
  const todo = [paths];
  while (todo.length > 0) {
    for (const [, kind, name] of JSON.stringify(todo.pop()).matchAll(
      /"\$ref":"#\/components\/([^/"]+)\/([^/"]+)"/g,
    )) {
      components[kind] ??= {};
      if (!components[kind][name]) {
        components[kind][name] = withoutProse(
          description.components[kind][name],
        );
        todo.push(components[kind][name]);
      }
    }
  }
  return { paths, components };
}

const directory = mkdtempSync(join(tmpdir(), 'github-description-'));
try {
  const at = { cwd: directory, stdio: ['ignore', 'pipe', 'inherit'] };
  const archive = execFileSync('npm', ['pack', '--silent', PACKAGE], at);
  for (const name of DESCRIPTIONS) {
    const file = `package/generated/${name}.json`;
    execFileSync('tar', ['xzf', String(archive).trim(), file], at);
    const description = JSON.parse(readFileSync(join(directory, file), 'utf8'));
    const { paths, components } = extract(description);
    const from = `${PACKAGE}, generated/${name}.json, MIT (c) Octokit contributors`;
    const target = new URL(`../data/${name}.json`, import.meta.url);
    writeFileSync(
      target,
      `${JSON.stringify({ from, paths, components }, null, 1)}\n`,
    );
    process.stdout.write(`Written: ${fileURLToPath(target)}\n`);
  }
} finally {
  rmSync(directory, { recursive: true });
}
