import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { waveOf } from '../__testUtils__/waveOf';
import { resumeWave } from './commandWave';
import { nextWaveStep, openingFailed } from './nextWaveStep';
import type { SeenCluster, WaveObservation } from './WaveObservation';
import { isBegun, isFinal, waveStateSchema, type WaveState } from './WaveState';

const SETTLE_MS = 60_000;
const clusters = ['dev/a', 'dev/b', 'dev/c', 'staging/d', 'prod/e', 'prod/f'];
const names = clusters.map(each => each.split('/')[1]);

const pull = fc.record({
  number: fc.integer({ min: 1, max: 3 }),
  url: fc.constant('https://git/1'),
  title: fc.constant('x'),
  state: fc.constantFrom('open' as const, 'merged' as const, 'closed' as const),
});
const link = fc.constant({ number: 9, url: 'https://git/9', title: 'y' });

const usually = <T>(value: T, ...others: T[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(value) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const observation: fc.Arbitrary<WaveObservation> = fc.record(
  {
    cluster: fc.option(
      fc.record(
        {
          health: usually<SeenCluster['health']>(
            ...(['healthy', 'critical', 'degraded', 'unknown'] as const),
          ),
          reached: fc.boolean(),
          leaving: usually(false, true),
        },
        { requiredKeys: ['reached', 'leaving'] },
      ),
      { freq: 20 },
    ),
    git: fc.record(
      { reached: usually(false, true), pull, other: link },
      { requiredKeys: ['reached'] },
    ),
  },
  { requiredKeys: ['cluster'] },
);

/** What happens between two looks: seconds, and an opening that fails. */
interface Look {
  seconds: number;
  seen: Record<string, WaveObservation>;
  fails: boolean | null;
  resumes: boolean;
}

const look: fc.Arbitrary<Look> = fc.record({
  seconds: fc.integer({ min: 0, max: 200 }),
  seen: fc.dictionary(fc.constantFrom(...names), observation),
  fails: fc.option(fc.boolean(), { freq: 4 }),
  resumes: fc.boolean(),
});

/** Follows a wave, and shows each transition to a check. */
function follow(
  looks: readonly Look[],
  check: (
    before: WaveState,
    after: ReturnType<typeof nextWaveStep>,
    seen: ReadonlyMap<string, WaveObservation>,
    now: number,
  ) => void,
) {
  let wave = waveOf(clusters, { atOnce: 2, settleMs: SETTLE_MS });
  let now = 0;
  for (const { seconds, seen: each, fails, resumes } of looks) {
    now += seconds * 1_000;
    const seen = new Map(Object.entries(each));
    const after = nextWaveStep(wave, seen, now);
    check(wave, after, seen, now);
    wave = after.wave;
    if (fails !== null && after.toOpen.length > 0) {
      const error = { message: 'x', isFinal: fails };
      wave = openingFailed(wave, after.toOpen[0], error, now);
    }
    if (resumes && wave.status === 'halted') {
      const skip = wave.steps
        .filter(({ state }) => state === 'gone')
        .map(({ cluster }) => cluster);
      try {
        wave = resumeWave(wave, seen, { by: 'user:default/x', now, skip });
      } catch {
        // A cluster is still critical.
      }
    }
  }
}

const looks = fc.array(look, { minLength: 10, maxLength: 50 });
const always = (check: Parameters<typeof follow>[1]) =>
  fc.assert(
    fc.property(looks, given => follow(given, check)),
    { numRuns: 60 },
  );

describe('whatever is seen, a wave', () => {
  it('begins no cluster before all earlier stages are done', () =>
    expect(() =>
      always((before, { wave }) => {
        wave.steps.forEach((step, index) => {
          if (isBegun(step) && !isBegun(before.steps[index])) {
            const earlier = before.steps.filter(
              ({ stage }) => stage < step.stage,
            );
            assert.ok(earlier.every(isFinal));
          }
        });
      }),
    ).not.toThrow());

  it('runs on after no critical cluster that it has begun', () =>
    expect(() =>
      always((before, { wave, toOpen }, seen) => {
        const isCritical = before.steps.some(
          step =>
            isBegun(step) &&
            seen.get(step.identity)?.cluster?.health === 'critical',
        );
        if (isCritical && before.status === 'running') {
          assert.equal(wave.status, 'halted');
        }
        if (wave.status !== 'running') {
          assert.deepEqual(toOpen, []);
        }
      }),
    ).not.toThrow());

  it('is resumed by a person only', () =>
    expect(() =>
      always((before, { wave }) => {
        if (before.status === 'halted') {
          assert.ok(['halted', 'done'].includes(wave.status));
        }
      }),
    ).not.toThrow());

  it('calls a cluster done only after it was healthy for long enough', () =>
    expect(() =>
      always((before, { wave }, seen, now) => {
        wave.steps.forEach((step, index) => {
          const was = before.steps[index];
          if (step.state === 'done' && was.state !== 'done') {
            const cluster = seen.get(step.identity)?.cluster;
            assert.equal(cluster?.health, 'healthy');
            assert.ok(cluster.reached);
            assert.equal(was.state, 'settling');
            assert.ok(now - (was.healthySince ?? now) >= SETTLE_MS);
          }
        });
      }),
    ).not.toThrow());

  it('can be stored, and goes on in another process as it would have', () =>
    expect(() =>
      always((before, after, seen, now) => {
        const stored = waveStateSchema.parse(
          JSON.parse(JSON.stringify(before)),
        );
        // Undefined keys are not stored, and mean nothing.
        const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
        const again = nextWaveStep(stored, seen, now);
        // Jest's own comparison takes too long for thousands of waves.
        expect(isDeepStrictEqual(plain(again), plain(after))).toBe(true);
      }),
    ).not.toThrow());
});
