import { InputError } from '@backstage/errors';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { fuzzFor, fuzzSettings } from '@clusterworks/fuzz';
import fc from 'fast-check';
import { renderCluster } from './renderCluster';
import { specs } from './__testUtils__/specs';

const { seconds, seed } = fuzzSettings({ seconds: 2 });

/**
 * A spec usually takes tens of milliseconds; the margin is for a busy machine.
 */
const LONGEST_MS = 5_000;
/**
 * The files of one spec take a few megabytes; the rest is garbage of earlier
 * specs, of which V8 lets more lie the more memory the machine has.
 */
const MOST_MEBIBYTES = 1_000;

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, undefined, '', NaN, -1, 1e21, true, [], {}, [null]],
    ...['__proto__', 'constructor', '${x}', '%{ if x }', '\u0000', '\u2028'],
    ...['a\nb', '- x', '*x', '9'.repeat(10_000), 'x'.repeat(100_000)],
    ...['0.0.0.0/0', '10.0.0.0/33', '::/0', '1Ei', '-5Gi', '1e999'],
    Array(10_000).fill('x'),
    Array(10_000).fill({ name: 'x' }),
    Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, 1])),
  ),
  fc.anything({ maxDepth: 3 }),
);

/** Replaces, adds or copies one value somewhere in a spec. */
function changed(
  value: unknown,
  path: readonly number[],
  by: unknown,
): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) {
    return by;
  }
  const keys = [...Object.keys(value), 'added'];
  const key = keys[step % keys.length];
  if (Array.isArray(value)) {
    return key === 'added'
      ? [...value, by]
      : value.map((item, at) =>
          at === Number(key) ? changed(item, rest, by) : item,
        );
  }
  const inner = Object.getOwnPropertyDescriptor(value, key)?.value;
  return { ...value, [key]: changed(inner, rest, by) };
}

const hostileSpec = fc
  .tuple(
    fc.constantFrom(...Object.values(specs)),
    fc.array(fc.tuple(fc.array(fc.nat(20), { maxLength: 6 }), odd), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([spec, changes]) =>
    changes.reduce<unknown>(
      (result, [path, by]) => changed(result, path, by),
      spec,
    ),
  );

/** The error that refuses a spec, or the render result. */
function render(spec: unknown): InputError | ReturnType<typeof renderCluster> {
  try {
    return renderCluster(parseClusterSpec(spec), { today: '2026-07-01' });
  } catch (error) {
    if (error instanceof InputError) {
      return error;
    }
    throw error;
  }
}

describe(`hostile specs, seed ${seed}`, () => {
  it(
    'are rendered or refused with an InputError, in a short time',
    async () => {
      const count = { rendered: 0, refused: 0 };
      const check = (spec: unknown) => {
        const result = render(spec);
        count[result instanceof InputError ? 'refused' : 'rendered'] += 1;
        const size = JSON.stringify(
          result instanceof InputError ? result.message : result.files,
        ).length;
        expect(size).toBeLessThan(20_000_000);
      };
      // On a busy machine few specs fit into the time, so the test goes on.
      for (let round = 0; round < 20; round += 1) {
        const cost = await fuzzFor(hostileSpec, check, {
          seconds,
          seed: seed + round,
        });
        expect(cost.longestTurnMs).toBeLessThan(LONGEST_MS);
        expect(cost.peakMebibytes).toBeLessThan(MOST_MEBIBYTES);
        if (Math.min(count.rendered, count.refused) > 5) {
          return;
        }
      }
      expect(count).toEqual({ rendered: 6, refused: 6 });
    },
    20 * seconds * 1_000 + 240_000,
  );
});
