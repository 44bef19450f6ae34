import { GithubDescription } from '@clusterworks/github-simulator';
import {
  type ClusterSpec,
  parseClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { smallSpec } from '@clusterworks/test-support';
import { jane, PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';
import { type GithubAnswer, githubAnswers } from './githubAnswers';

const at = '2026-11-22T10:00:00Z';
const joe = { ...jane, ref: 'user:default/joe' };
const sha = 'a'.repeat(40);

const valuesPath = 'platform/overlays/dev/payments-dev/cilium-values.yaml';

const descriptions = (['api.github.com', 'ghes-3.17'] as const).map(name => ({
  ...{ name, github: GithubDescription.read(name) },
}));

/** The request that each answer is read from, and the status that is meant. */
const requests: Record<
  Exclude<GithubAnswer, 'file'>,
  [request: string, status?: number]
> = {
  ref: ['GET /git/ref/heads/main'],
  commit: [`GET /git/commits/${sha}`],
  tree: [`GET /git/trees/${sha}`],
  versions: ['GET /commits'],
  messages: ['GET /commits'],
  blob: [`GET /git/blobs/${sha}`],
  comparison: ['GET /compare/main...head'],
  createdTree: ['POST /git/trees', 201],
  createdCommit: ['POST /git/commits', 201],
  pull: ['POST /pulls', 201],
  pullState: ['GET /pulls/1'],
  pulls: ['GET /pulls'],
  closedPulls: ['GET /pulls'],
  pullDetail: ['GET /pulls/1'],
  pullCommits: ['GET /pulls/1/commits'],
  checkRuns: ['GET /commits/main/check-runs'],
  workflowRuns: ['GET /actions/runs'],
};

describe("GitHub's own description", () => {
  let platform: PlatformUnderTest;

  const merge = async (number = 0) => {
    const { status } = await platform.merge(number);
    expect(status).toBe(200);
  };

  /** Does something before the first request of a kind goes on. */
  function onceBefore(
    method: string,
    path: RegExp,
    act: () => Promise<unknown>,
  ) {
    platform.proxy.before = async seen => {
      if (seen.method === method && path.test(seen.path)) {
        platform.proxy.before = undefined;
        await act();
      }
    };
  }

  async function byHand(how: (text: string) => string) {
    const { repository } = platform.github;
    const text = how((await repository.readFile(valuesPath)) ?? '');
    const write = { [valuesPath]: text };
    await repository.commit({ message: 'By hand', write });
  }

  async function change(
    operation: 'edit' | 'decommission',
    how: (spec: ClusterSpec) => void,
    options: { ofOpenChange?: boolean; removal?: object } = {},
  ) {
    const { ofOpenChange = false, removal } = options;
    const { spec: inGit, version } = await platform.read(ofOpenChange);
    const spec = parseClusterSpec(inGit);
    how(spec);
    if (removal) {
      await platform.preview(spec, operation, undefined, removal);
    }
    return platform.propose(
      {
        ...{ spec, version, operation, removal, continueOpen: ofOpenChange },
        stillRuns: { unknown: 'nobody looked' },
      },
      ofOpenChange ? { requester: joe } : {},
    );
  }

  async function prepareAndCreate() {
    const { ci, git } = platform.github.repository;
    await merge((await platform.proposePlatform()).pullRequestNumber);
    // Somebody else is faster: the branch exists by then.
    const create = () => platform.propose({ spec: smallSpec });
    onceBefore('POST', /\/git\/refs$/, create);
    const { pullRequestNumber: number = 0, branch } = await create();
    const head = (await git.readRef(`refs/heads/${branch}`)) ?? '';
    ci.checks.set(head, { name: 'plan', status: 'queued', startedAt: at });
    await platform.progress(number);
    await platform.proposedRanges().read();
    await merge(number);
    ci.workflows.set((await git.readRef('refs/heads/main')) ?? '', {
      ...{ name: 'Terraform apply', startedAt: at, completedAt: at },
      path: '.github/workflows/terraform-apply.yml',
      ...{ status: 'completed', conclusion: 'failure' },
    });
    await platform.progress(number);
    await platform.lastRequester('create');
    await platform.creation();
    await platform.mergedPulls(0);
  }

  async function edit() {
    const describe = (description: string, options = {}) =>
      change(
        'edit',
        spec => (spec.metadata.description = description),
        options,
      );
    // A file that was edited by hand is merged with an older one of ours.
    await byHand(text => `# by hand\n${text}`);
    await change('edit', ({ spec }) => {
      spec.cilium = { ...spec.cilium, hubble: false };
    });
    const options = { ofOpenChange: true };
    // Somebody else is faster: the branch cannot be moved.
    onceBefore('PATCH', /\/git\/refs\//, () =>
      describe('Payments of Ann', options),
    );
    await expect(describe('Payments of Joe', options)).rejects.toThrow(
      /has changed in git since/,
    );
    await merge((await describe('Payments', options)).pullRequestNumber);
    await byHand(text => text.replace('# by hand\n', ''));
  }

  async function takeDown() {
    const { pullRequestNumber } = await change('decommission', ({ spec }) => {
      spec.decommission = { stage: 'draining', reason: 'moved' };
    });
    await merge(pullRequestNumber);
    const removal = { confirmedGone: 'it is' };
    await change('decommission', () => {}, { removal });
  }

  async function beRefused() {
    const token = 'wrong';
    await expect(
      platform.propose({ spec: smallSpec }, { token }),
    ).rejects.toThrow(/credentials/);
    await expect(platform.progress(99)).rejects.toThrow(/no pull request 99/);
    // The branch is taken back where no pull request can be opened for it.
    platform.proxy.fail = { method: 'POST', path: /\/pulls$/, status: 500 };
    await expect(platform.propose({ spec: smallSpec })).rejects.toThrow(/500/);
    platform.proxy.fail = undefined;
  }

  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    await beRefused();
    await prepareAndCreate();
    await edit();
    await takeDown();
  });
  afterAll(() => platform.stop());

  it('has seen every kind of exchange', () => {
    const seen = platform.exchanges.map(({ method, path, status }) => {
      const [kind, name = ''] = path.split('/').slice(4);
      return `${method} ${kind}${kind === 'git' ? `/${name}` : ''} ${status}`;
    });
    expect([...new Set(seen)].sort()).toEqual([
      'DELETE git/refs 204',
      'GET actions 200',
      'GET commits 200',
      'GET compare 200',
      'GET contents 200',
      'GET git/blobs 200',
      'GET git/commits 200',
      'GET git/ref 200',
      'GET git/ref 401',
      'GET git/ref 404',
      'GET git/trees 200',
      'GET pulls 200',
      'GET pulls 404',
      'PATCH git/refs 200',
      'PATCH git/refs 422',
      'PATCH pulls 200',
      'POST git/commits 201',
      'POST git/refs 201',
      'POST git/refs 422',
      'POST git/trees 201',
      'POST pulls 201',
      'PUT pulls 200',
    ]);
  });

  it.each(descriptions)('has all that was exchanged ($name)', ({ github }) => {
    expect(github.problemsOf(platform.exchanges)).toEqual([]);
  });
});

describe('an answer with nothing that may be missing', () => {
  it.each(
    descriptions.flatMap(description =>
      Object.entries(requests).map(([kind, [request, status = 200]]) => ({
        ...description,
        ...{ kind: kind as keyof typeof requests, request, status },
      })),
    ),
  )('is understood: $kind ($name)', ({ github, kind, request, status }) => {
    const [method, path] = request.split(' ');
    const answer = github.leanAnswer(
      { method, path: `/repos/acme/platform${path}`, status },
      { sha, encoding: 'base64', state: 'open' },
    );
    expect(githubAnswers[kind].safeParse(answer).error?.issues).toBeUndefined();
  });
});
