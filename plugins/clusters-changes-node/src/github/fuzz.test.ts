import { fuzzFor, fuzzSettings, spoil } from '@clusterworks/fuzz';
import fc from 'fast-check';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

const { seconds, seed } = fuzzSettings({ seconds: 4 });

const LONGEST_MS = 20_000;
/** Waiting for requests takes time; handling an answer takes milliseconds. */
const LONGEST_TURN_MS = 5_000;
const MOST_MEBIBYTES = 600;

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, undefined, '', '..', '/', '../../x', '__proto__', '\u0000', -1],
    ...['120000', '160000', 'commit', 'tree', 'x'.repeat(100_000), [], {}],
    Array(1_000).fill({ path: 'clusters', type: 'blob', sha: 'x' }),
  ),
  fc.jsonValue(),
);

type Change = { at: number; path: number[]; by: unknown; raw: boolean };

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(8),
    path: fc.array(fc.nat(12), { maxLength: 3 }),
    by: odd,
    raw: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

function spoilt(body: Buffer, { path, by, raw }: Change): Buffer {
  if (raw && path.length === 0) {
    // Truncated, and not valid UTF-8.
    return Buffer.concat([
      body.subarray(0, body.length / 2),
      Buffer.from([0xff, 0xfe]),
    ]);
  }
  try {
    const changed = spoil(JSON.parse(body.toString()), path, by);
    return Buffer.from(JSON.stringify(changed) ?? '');
  } catch {
    return body;
  }
}

describe(`hostile answers of GitHub, seed ${seed}`, () => {
  let platform: PlatformUnderTest;

  beforeAll(async () => {
    platform = await PlatformUnderTest.start();
  });

  afterAll(() => platform.stop());

  it(
    'end a proposal in words, and touch no base branch',
    async () => {
      const { github, proxy } = platform;
      const main = async () => await github.repository.git.log('main');
      const before = await main();
      let number = 0;
      const count = { fulfilled: 0, rejected: 0 };
      const check = async (all: Change[]) => {
        let asked = -1;
        proxy.change = body => {
          asked += 1;
          const change = all.find(({ at }) => at === asked);
          return change ? spoilt(body, change) : body;
        };
        number += 1;
        const spec = {
          ...smallSpec,
          metadata: { ...smallSpec.metadata, name: `fuzz-${number}` },
        };
        const started = performance.now();
        const [outcome] = await Promise.allSettled([
          platform.propose({ spec }),
        ]);
        expect(performance.now() - started).toBeLessThan(LONGEST_MS);
        count[outcome.status] += 1;
        const said =
          outcome.status === 'rejected' ? String(outcome.reason) : '';
        // These errors would mean that GitHub's answer was used unchecked.
        expect(said).not.toMatch(/^(Type|Range|Reference|Syntax)Error/);
        expect(said).not.toContain(github.token);
        expect(said.length).toBeLessThan(10_000);
      };
      const cost = await fuzzFor(changes, check, {
        seconds,
        seed,
        endOnFailure: true,
      });
      expect(cost.longestTurnMs).toBeLessThan(LONGEST_TURN_MS);
      expect(cost.peakMebibytes).toBeLessThan(MOST_MEBIBYTES);
      proxy.change = undefined;
      expect(await main()).toEqual(before);
      expect(count.fulfilled + count.rejected).toBeGreaterThan(0);
    },
    (seconds + 60) * 1_000,
  );
});
