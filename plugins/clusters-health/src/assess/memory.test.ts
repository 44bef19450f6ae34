import {
  ciliumLease,
  karpenterLease,
  nodePool,
  condition,
  healthyWorld,
  NOW,
  snapshotOf,
  nodeClaim,
} from '../testing/world';
import { blankSnapshot } from '../kinds';
import { assess } from './assess';
import type { Memory } from '../rule/memory';
import { readMemory } from '../rule/memory';

const at = (seconds: number) =>
  new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const world = healthyWorld();

/**
 * Two pools, so that one pool that is not Ready is a warning and not critical.
 */
const look = (
  ready: boolean,
  memory: Memory | undefined,
  seconds: number,
  options: { time?: boolean; forbidden?: boolean } = {},
) =>
  assess(
    snapshotOf(
      {
        ...world,
        leases: [karpenterLease(-seconds / 60), ciliumLease(-seconds / 60)],
        nodepools: [
          nodePool(),
          nodePool('gpu', {
            metadata: options.time ? {} : { creationTimestamp: undefined },
            status: {
              conditions: [
                options.time
                  ? condition('Ready', ready ? 'True' : 'False', 10)
                  : { type: 'Ready', status: ready ? 'True' : 'False' },
              ],
            },
          }),
        ],
      },
      options.forbidden ? { nodepools: 'forbidden' } : {},
    ),
    memory && JSON.parse(JSON.stringify(memory)),
    at(seconds),
  );
const p1 = ({ assessment }: ReturnType<typeof assess>) => ({
  state: assessment.checks.find(({ code }) => code === 'karpenter/P1')?.state,
  found: assessment.findings.find(({ code }) => code === 'karpenter/P1'),
});

describe('time', () => {
  it('waits for a second look when the object has no time, then counts from the first look', () => {
    const first = look(false, undefined, 0);
    expect(p1(first).state).toBe('unknown');
    const second = look(false, first.memory, 60);
    expect(p1(second).state).toBe('pass');
    const third = look(false, second.memory, 121);
    expect(p1(third).state).toBe('fired');
    expect(p1(third).found?.since).toBe(at(0));
  });

  it('uses the time in the object at the first look', () => {
    expect(p1(look(false, undefined, 0, { time: true })).state).toBe('fired');
  });

  it('restarts the duration after a gap', () => {
    let last = look(false, undefined, 0);
    for (const [ready, seconds] of [
      [true, 30],
      [true, 60],
      [true, 100],
      [false, 110],
    ] as const) {
      last = look(ready, last.memory, seconds);
    }
    expect(p1(look(false, last.memory, 200)).state).toBe('pass');
    expect(p1(look(false, last.memory, 231)).state).toBe('fired');
  });

  it('does not take a short interruption as a recovery', () => {
    const first = look(false, undefined, 0);
    const still = look(false, first.memory, 50);
    const blink = look(true, still.memory, 60);
    const again = look(false, blink.memory, 90);
    expect(p1(look(false, again.memory, 125)).state).toBe('fired');
  });
});

describe('flapping', () => {
  const turns = (pattern: string, every = 30) => {
    let last = look(true, undefined, 0, { time: true });
    const verdicts: string[] = [];
    [...pattern].forEach((bad, index) => {
      const seconds = (index + 1) * every;
      last = look(bad === '-', last.memory, seconds, { time: true });
      verdicts.push(last.assessment.verdict === 'degraded' ? 'x' : '-');
    });
    return { verdicts: verdicts.join(''), last };
  };

  it('ends a finding that is gone, also when it had come back once', () => {
    expect(turns('x-x-----').verdicts).toBe('x-x-----');
  });

  it('keeps a finding that came back twice until it has been gone for five minutes', () => {
    // Each character is 30 s. The finding is last seen at 150 s, so it is still
    // kept at 450 s and gone at 480 s.
    expect(turns('x-x-x-----------').verdicts).toBe('x-x-xxxxxxxxxxx-');
    expect(p1(turns('x-x-x--').last).state).toBe('fired');
  });
});

describe('a lost source', () => {
  it('ends no finding: findings stay while their source is lost', () => {
    const seen = look(false, undefined, 0, { time: true });
    const blind = look(false, seen.memory, 60, { forbidden: true });
    expect(p1(blind).state).toBe('unknown');
    expect(p1(blind).found?.evidence.at(-1)?.value).toContain(
      'cannot be read now',
    );
    expect(blind.assessment.verdict).toBe('degraded');
    const back = look(true, blind.memory, 120, { time: true });
    expect(back.assessment.verdict).toBe('healthy');
  });

  it.each([
    ['exactly one day', 86_400, true],
    ['more than one day', 86_401, false],
  ])('keeps findings of a lost source for %s: %d s', (_what, seconds, kept) => {
    let { memory } = look(false, undefined, 0, { time: true });
    let blind;
    // Each look passes its memory on: a look alone must not extend how long the
    // finding is kept.
    for (const second of [3_600, 43_200, seconds]) {
      blind = look(false, memory, second, { forbidden: true });
      memory = blind.memory;
    }
    expect(blind && p1(blind).found !== undefined).toBe(kept);
  });

  it('reports nothing without contact to the cluster, and continues afterwards', () => {
    const seen = look(false, undefined, 0, { time: true });
    const gone = assess(
      blankSnapshot('test', 'notCollected'),
      JSON.parse(JSON.stringify(seen.memory)),
      at(60),
    );
    expect(gone.assessment.findings).toEqual([]);
    expect(gone.assessment.verdict).toBe('unknown');
    const back = look(false, gone.memory, 120, { time: true });
    expect(p1(back).found?.since).toBe(p1(seen).found?.since);
  });

  it('remembers deleted NodeClaims, but not while NodeClaims cannot be read', () => {
    const judge = (
      claims: unknown[],
      memory: Memory | undefined,
      seconds: number,
      forbidden = false,
    ) =>
      assess(
        snapshotOf(
          { ...world, nodeclaims: claims },
          forbidden ? { nodeclaims: 'forbidden' } : {},
        ),
        memory,
        at(seconds),
      ).memory;
    const both = judge([nodeClaim('a-1'), nodeClaim('a-2')], undefined, 0);
    const blind = judge([], both, 10, true);
    expect(blind.deletedClaims).toEqual([]);
    const one = judge([nodeClaim('a-1')], blind, 20);
    expect(one.deletedClaims).toMatchObject([
      { name: 'a-2', pool: 'general', deletedAt: Date.parse(at(20)) },
    ]);
    expect(judge([nodeClaim('a-1')], one, 20 + 1801).deletedClaims).toEqual([]);
  });
});

describe('readMemory', () => {
  it('accepts a stored memory and rejects anything else', () => {
    const { memory } = look(true, undefined, 0);
    expect(readMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
    for (const value of [
      undefined,
      null,
      1,
      {},
      [],
      { version: 2 },
      { version: 1, at: NaN },
    ]) {
      expect(readMemory(value)).toBeUndefined();
    }
  });
});
