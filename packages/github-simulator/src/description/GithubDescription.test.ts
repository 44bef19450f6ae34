import type { Exchange } from './Exchange';
import { GithubDescription } from './GithubDescription';

const REF = {
  ref: 'refs/heads/a/b',
  node_id: 'R',
  url: 'https://example.com/ref',
  object: { sha: 'a'.repeat(40), type: 'commit', url: 'https://example.com/c' },
};
const healthy: Exchange = {
  method: 'GET',
  path: '/repos/acme/platform/git/ref/heads/a%2Fb',
  query: {},
  requestBody: {},
  status: 200,
  contentType: 'application/json',
  body: REF,
};
const post: Exchange = {
  ...healthy,
  method: 'POST',
  path: '/repos/acme/platform/git/refs',
  requestBody: { ref: 'refs/heads/a/b', sha: 'a'.repeat(40) },
  status: 201,
};
const list: Exchange = {
  ...healthy,
  path: '/repos/acme/platform/pulls',
  body: [],
};
const error = { message: 'Not Found', documentation_url: 'https://a.b/' };

describe.each(['api.github.com', 'ghes-3.17'] as const)(
  'GithubDescription of %s',
  name => {
    const description = GithubDescription.read(name);
    const check = (base: Exchange, changes: Partial<Exchange> = {}) =>
      description.problemsOf([{ ...base, ...changes }]);

    it.each<[string, Exchange, Partial<Exchange>]>([
      ['as described', healthy, {}],
      [
        'a path with slashes',
        healthy,
        { path: healthy.path.replace('%2F', '/') },
      ],
      ['a body that is sent', post, {}],
      ['known parameters', list, { query: { state: 'open', per_page: '5' } }],
      ['a described error', healthy, { status: 404, body: error }],
      [
        'an error with its status',
        post,
        { status: 422, body: { ...error, status: '422' } },
      ],
      ['a wrong token', healthy, { status: 401, body: error }],
      ['no change', list, { status: 304, contentType: undefined }],
      [
        'a deleted ref',
        healthy,
        {
          method: 'DELETE',
          path: `${post.path}/heads/a`,
          status: 204,
          contentType: undefined,
        },
      ],
    ])('takes %s', (_, base, changes) => {
      expect(check(base, changes)).toEqual([]);
    });

    it.each<[string, Exchange, Partial<Exchange>, string | RegExp]>([
      [
        'another path',
        healthy,
        { path: '/repos/acme/platform/git/reff' },
        /: is not described$/,
      ],
      [
        'another method',
        healthy,
        { method: 'PUT' },
        /^PUT .*: is not described$/,
      ],
      [
        'a path that is no number',
        list,
        { path: `${list.path}/x` },
        /path\/pull_number: must be integer$/,
      ],
      [
        'an unknown parameter',
        list,
        { query: { perPage: '5' } },
        /query: .*\(perPage\)$/,
      ],
      [
        'a wrong value',
        list,
        { query: { state: 'merged' } },
        /query\/state: must be equal to one of/,
      ],
      ['no body', post, { requestBody: {} }, /request: has no body$/],
      [
        'a missing field',
        post,
        { requestBody: { ref: 'x' } },
        /request: .*'sha'$/,
      ],
      [
        'a field that nobody knows',
        post,
        { requestBody: { ...REF, sha: 'a' } },
        /request: .*\(node_id\)$/,
      ],
      [
        'a body that is not taken',
        healthy,
        { requestBody: { a: 1 } },
        /request: has a body/,
      ],
      [
        'another status',
        healthy,
        { status: 418, body: error },
        /^GET .* 418: answer: the status is not/,
      ],
      [
        'a missing field of an answer',
        healthy,
        { body: { ...REF, url: undefined } },
        /answer: .*'url'$/,
      ],
      [
        'a field that GitHub lacks',
        healthy,
        { body: { ...REF, name: 'b' } },
        /answer: .*\(name\)$/,
      ],
      [
        'a wrong type inside',
        healthy,
        { body: { ...REF, object: { ...REF.object, sha: 1 } } },
        /answer\/object\/sha: must be string$/,
      ],
      [
        'no answer',
        healthy,
        { contentType: undefined },
        /answer: has no body$/,
      ],
      [
        'another media type',
        healthy,
        { contentType: 'text/html' },
        /text\/html is not described$/,
      ],
    ])('tells of %s', (_, base, changes, problem) => {
      const body = JSON.parse(JSON.stringify(changes.body ?? base.body));
      expect(check(base, { ...changes, body })).toEqual(
        expect.arrayContaining([expect.stringMatching(problem)]),
      );
    });

    it('tells of each difference once', () => {
      const other = { ...healthy, body: {} };
      expect(description.problemsOf([healthy, other, other])).toHaveLength(4);
    });
  },
);
