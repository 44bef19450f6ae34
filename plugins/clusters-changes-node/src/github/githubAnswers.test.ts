import type { SeenRequest } from '@clusterworks/github-simulator';
import { smallSpec } from '@clusterworks/test-support';
import {
  type ClusterSpec,
  parseClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

/** `GET /git/blobs/…`: the same question about another object is one kind. */
function kindOf({ method, path }: SeenRequest): string {
  return `${method} ${path.split('?')[0].replace(/[0-9a-f]{40}/g, '…')}`;
}

/** What GitHub says about a moved branch or asked reviewers is not read. */
function isUnused({ method, path }: SeenRequest): boolean {
  return method !== 'GET' && /(\/git\/refs|\/requested_reviewers)/.test(path);
}

const long = JSON.stringify('x'.repeat(100_000));

const answers: [string, string][] = [
  ['a long text', long],
  ['an object of another kind', `{"message":${long},"data":{"x":[]}}`],
  ['half of a text', '{"object":{"sh'],
];

describe('an answer that is not as GitHub documents it', () => {
  let platform: PlatformUnderTest;
  let spec: ClusterSpec;
  let count = 0;

  /** Another change each time, so that a new commit is written. */
  function changed(): ClusterSpec {
    count += 1;
    const description = `change ${count}`;
    return { ...spec, metadata: { ...spec.metadata, description } };
  }

  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    const { pullRequestNumber = 0 } = await platform.propose({
      spec: smallSpec,
    });
    await platform.merge(pullRequestNumber);
    spec = parseClusterSpec(smallSpec);
  });

  afterAll(() => platform.stop());

  const operations: [string, () => Promise<unknown>][] = [
    ['reads the cluster', () => platform.read()],
    ['previews a change', () => platform.preview(changed())],
    [
      'proposes a change',
      () => platform.propose({ spec: changed(), operation: 'edit' }),
    ],
    ['proposes the platform files', () => platform.proposePlatform()],
  ];

  it.each(operations)('is named by what %s', async (_, run) => {
    const { proxy } = platform;
    const kinds = new Set<string>();
    proxy.change = (sent, request) => {
      if (!isUnused(request)) {
        kinds.add(kindOf(request));
      }
      return sent;
    };
    await run();
    expect(kinds.size).toBeGreaterThan(2);
    for (const kind of kinds) {
      for (const [what, body] of answers) {
        let isAsked = false;
        proxy.change = (sent, request) => {
          const isMeant = kindOf(request) === kind;
          isAsked ||= isMeant;
          return isMeant ? Buffer.from(body) : sent;
        };
        const [outcome] = await Promise.allSettled([run()]);
        if (!isAsked) {
          continue;
        }
        const said =
          outcome.status === 'rejected'
            ? String(outcome.reason)
            : `nothing of ${what} to ${kind}`;
        expect(said).toMatch(
          /^ServiceUnavailableError: GitHub sent an answer about http\S+ that cannot be understood: /,
        );
        expect(said.length).toBeLessThan(1_000);
      }
    }
    proxy.change = undefined;
  });
});
