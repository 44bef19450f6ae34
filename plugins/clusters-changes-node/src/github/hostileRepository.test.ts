import { fuzzFor, fuzzSettings } from '@clusterworks/fuzz';
import fc from 'fast-check';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const { seconds, seed } = fuzzSettings({ seconds: 4 });

const LONGEST_MS = 30_000;
const LONGEST_TURN_MS = 5_000;
const MOST_MEBIBYTES = 600;

const SUBMODULE = 'f'.repeat(40);

/** An entry of the base branch: its mode and its bytes. */
interface Planted {
  mode: string;
  content: string | Buffer;
}

const plants: Record<string, Planted> = {
  'a symbolic link out of the tree': {
    mode: '120000',
    content: '../../../../etc/passwd',
  },
  'a symbolic link to itself': { mode: '120000', content: '.' },
  'a submodule': { mode: '160000', content: '' },
  'a huge file': { mode: '100644', content: 'x'.repeat(3_000_000) },
  'bytes that are no UTF-8': {
    mode: '100644',
    content: Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]),
  },
  'an executable': { mode: '100755', content: '#!/bin/sh\ncurl x | sh\n' },
  'lines that end as on Windows': {
    mode: '100644',
    content: 'a: 1\r\nb: 2\r\n',
  },
  'an empty file': { mode: '100644', content: '' },
};

const cluster = 'clusters/dev/payments-dev';

describe(`hostile repositories, seed ${seed}`, () => {
  jest.setTimeout((seconds + 120) * 1_000);
  let platform: PlatformUnderTest;
  let first: string;
  let rendered: string[];

  const git = () => platform.github.repository.git;
  const main = async () => (await git().readRef('refs/heads/main')) ?? '';
  const tree = async (ref: string) => {
    const entries = await git().listTree(ref, true);
    return new Map(
      entries
        .filter(({ type }) => type !== 'tree')
        .map(({ path, mode, sha }) => [path, `${mode} ${sha}`]),
    );
  };

  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
    first = await main();
    rendered = (await platform.propose({ spec: smallSpec })).files;
  });

  afterAll(() => platform.stop());

  /** Makes a first commit on `main` that contains the hostile entries. */
  async function plant(planted: [path: string, what: Planted][]) {
    const changes = await Promise.all(
      planted.map(async ([path, { mode, content }]) => ({
        ...{ path, mode },
        sha: mode === '160000' ? SUBMODULE : await git().writeBlob(content),
      })),
    );
    const who = { name: 'x', email: 'x@y', date: '2026-07-01T00:00:00Z' };
    const sha = await git().writeCommit({
      tree: await git().writeTree(first, changes),
      parents: [first],
      message: 'planted',
      ...{ author: who, committer: who },
    });
    await git().moveRef('refs/heads/main', sha, await main());
    for (const { ref, sha: at } of await git().listRefs('refs/heads/')) {
      if (ref !== 'refs/heads/main') {
        await git().deleteRef(ref, at);
      }
    }
  }

  /**
   * Proposes a cluster, and checks the message and that no other file is lost.
   */
  async function propose(): Promise<string> {
    const before = await tree(await main());
    const [outcome] = await Promise.allSettled([
      platform.propose({ spec: smallSpec }),
    ]);
    if (outcome.status === 'rejected') {
      expect(outcome.reason.name).toBe('ConflictError');
      expect(outcome.reason.message.length).toBeLessThan(20_000);
      return outcome.reason.message;
    }
    const { branch, files } = outcome.value;
    const after = await tree(`refs/heads/${branch}`);
    const kept = [...before].filter(([path]) => !files.includes(path));
    expect(kept.filter(([path, entry]) => after.get(path) !== entry)).toEqual(
      [],
    );
    return '';
  }

  const anywhere = `${cluster}/docs/deployment-quickstart.md`;

  it.each<[string, string, RegExp]>([
    ['a symbolic link out of the tree', anywhere, /is a symbolic link, and/],
    ['a symbolic link out of the tree', cluster, /is a symbolic link, and/],
    ['a symbolic link to itself', 'clusters', /is a symbolic link, and/],
    ['a submodule', cluster, /is a submodule, and would be a folder/],
    ['a submodule', anywhere, /is a submodule, and would be a file/],
    ['an empty file', 'clusters/dev', /is a file, and would be a folder/],
    ['an executable', `${anywhere}/x`, /is a folder, and would be a file/],
    ['a huge file', anywhere, /is larger than 1048576 bytes/],
    ['bytes that are no UTF-8', anywhere, /is no text in UTF-8/],
    ['an empty file', 'Clusters/x', /clusters differs from Clusters in case/],
    [
      'an empty file',
      `${cluster}/docs/Deployment-Quickstart.md`,
      /deployment-quickstart.md differs from \S*Deployment-Quickstart.md in case/,
    ],
  ])('with %s at %s are left alone', async (what, path, message) => {
    expect(rendered).toContain(anywhere);
    await plant([[path, plants[what]]]);
    expect(await propose()).toMatch(message);
  });

  it('lose nothing of others, whatever is where', async () => {
    const place = fc.tuple(fc.nat(1_000), fc.nat(10), fc.nat(5));
    const values = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(plants)), place),
      { minLength: 1, maxLength: 4 },
    );
    const pathOf = ([at, depth, how]: [number, number, number]) => {
      const parts = rendered[at % rendered.length].split('/');
      const path = parts.slice(0, 1 + (depth % parts.length)).join('/');
      const others = [
        path.toUpperCase(),
        `${path}.x`,
        `${path}/${'d/'.repeat(100)}x`,
      ];
      return how < 3 ? path : others[how - 3];
    };
    let tried = 0;
    const cost = await fuzzFor(
      values,
      async all => {
        const planted = new Map(
          all.map(([what, where]) => [pathOf(where), plants[what]]),
        );
        // If one path lies inside another one, git keeps the last of the two.
        await plant([...planted]);
        const started = performance.now();
        await propose();
        expect(performance.now() - started).toBeLessThan(LONGEST_MS);
        tried += 1;
      },
      { seconds, seed, endOnFailure: true },
    );
    expect(tried).toBeGreaterThan(0);
    expect(cost.longestTurnMs).toBeLessThan(LONGEST_TURN_MS);
    expect(cost.peakMebibytes).toBeLessThan(MOST_MEBIBYTES);
  });
});
