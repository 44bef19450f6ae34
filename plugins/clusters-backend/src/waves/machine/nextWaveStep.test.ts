import { waveOf } from '../__testUtils__/waveOf';
import { pauseWave, resumeWave, stopWave } from './commandWave';
import { leaveToPeople } from './leaveToPeople';
import { nextWaveStep, openingFailed } from './nextWaveStep';
import type { SeenCluster, SeenGit, WaveObservation } from './WaveObservation';
import type { WaveState } from './WaveState';

const MINUTE = 60_000;
const by = 'user:default/jane';

const pull = (number: number, state: 'open' | 'merged' | 'closed') => ({
  ...{ number, url: `https://git/${number}`, title: `Upgrade ${number}` },
  state,
});
const other = { number: 99, url: 'https://git/99', title: 'Freeze' };

const well: SeenCluster = { health: 'healthy', reached: false, leaving: false };
const upgraded: SeenCluster = { ...well, reached: true };
const nothing: SeenGit = { reached: false };

/** A cluster that is well, and about which git says something. */
const seen = (
  git: Partial<SeenGit> | undefined,
  cluster: Partial<SeenCluster> | null = {},
): WaveObservation => ({
  cluster: cluster && { ...well, ...cluster },
  ...(git && { git: { ...nothing, ...git } }),
});

type Look = Record<string, WaveObservation>;

/** Follows a wave over looks, one minute apart. */
function follow(wave: WaveState, ...looks: Look[]) {
  let next = { wave, toOpen: [] as string[] };
  looks.forEach((look, index) => {
    const at = wave.since + (index + 1) * MINUTE;
    // What is stored is all that is remembered: each look is a new process.
    const stored = JSON.parse(JSON.stringify(next.wave));
    next = nextWaveStep(stored, new Map(Object.entries(look)), at);
  });
  return next;
}

const states = ({ wave }: { wave: WaveState }) =>
  wave.steps.map(({ cluster, state }) => `${cluster} ${state}`);

/** The looks that take a cluster from its turn to the end. */
const whole = (name: string, number: number): Look[] => [
  { [name]: seen({}) },
  { [name]: seen({ pull: pull(number, 'open') }) },
  { [name]: seen({ pull: pull(number, 'merged') }) },
  { [name]: seen(undefined, upgraded) },
  { [name]: seen(undefined, upgraded) },
];

describe('a wave', () => {
  it('changes one cluster after the other, production last', () => {
    const wave = waveOf(['prod/c', 'dev/a', 'staging/b']);
    const first = follow(wave, { a: seen({}), b: seen({}), c: seen({}) });
    expect(states(first)).toEqual(['a opening', 'b waiting', 'c waiting']);
    expect(first.toOpen).toEqual(['a']);
    const second = follow(wave, ...whole('a', 1), { b: seen({}) });
    expect(states(second)).toEqual(['a done', 'b opening', 'c waiting']);
    const all = follow(wave, ...['a', 'b', 'c'].flatMap(whole));
    expect(all.wave.status).toBe('done');
    expect(all.wave.log.map(({ event }) => event)).toEqual([
      ...Array(3)
        .fill(['opening', 'open', 'applying', 'settling', 'done'])
        .flat(),
      'finished',
    ]);
  });

  it('changes several clusters of an environment at a time', () => {
    const wave = waveOf(['dev/a', 'dev/b', 'dev/c', 'prod/d'], { atOnce: 2 });
    const look = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map(name => [name, seen({})]),
    );
    expect(follow(wave, look).toOpen).toEqual(['a', 'b']);
  });

  it('begins the next stage only when the one before was healthy for a time', () => {
    const wave = waveOf(['dev/a', 'prod/b'], { settleMs: 3 * MINUTE });
    const merged = whole('a', 1).slice(0, 4);
    const b = { b: seen({}) };
    const good = { a: seen(undefined, upgraded), ...b };
    const after = (...looks: Look[]) =>
      states(follow(wave, ...merged, ...looks))[0];
    expect(after(good, good, good)).toBe('a settling');
    expect(after(good, good, good, good)).toBe('a done');
    const over = follow(wave, ...merged, good, good, good, good, b);
    expect(over.toOpen).toEqual(['b']);
    // Unknown is not healthy, and the time begins anew.
    const bad = (health: SeenCluster['health']): Look => ({
      a: seen(undefined, { ...upgraded, health }),
    });
    for (const health of ['unknown', 'degraded'] as const) {
      expect(after(good, good, good, bad(health), good, good, good)).toBe(
        'a settling',
      );
      expect(after(...Array(9).fill(bad(health)))).toBe('a settling');
    }
    // While the portal connects, for example after a restart, nothing is known.
    expect(after(good, good, good, bad(undefined), good)).toBe('a done');
    expect(after(good, ...Array(9).fill(bad(undefined)))).toBe('a settling');
    // A gap in what was seen does not count as healthy.
    expect(after(good, ...Array(6).fill({}), good, good)).toBe('a settling');
  });

  it('opens nothing itself when people have to by now', () => {
    const wave = waveOf(['dev/a', 'prod/b']);
    const begun = follow(wave, { a: seen({}) });
    expect(begun.toOpen).toEqual(['a']);
    const left = leaveToPeople(begun.wave, 2 * MINUTE);
    const next = follow(left, { a: seen({}) });
    expect([states(next), next.toOpen]).toEqual([
      ['a toOpen', 'b waiting'],
      [],
    ]);
    expect(left.log.at(-1)).toEqual({ at: 2 * MINUTE, event: 'leftToPeople' });
    expect(leaveToPeople(left, 3 * MINUTE)).toBe(left);
    const later = follow(left, ...whole('a', 1), { b: seen({}) });
    expect([states(later), later.toOpen]).toEqual([['a done', 'b toOpen'], []]);
    const stopped = stopWave(wave, { by, now: MINUTE });
    expect(leaveToPeople(stopped, 2 * MINUTE)).toBe(stopped);
  });

  it('accepts warnings where that is wanted', () => {
    const wave = waveOf(['dev/a'], { acceptDegraded: true });
    const look = { a: seen(undefined, { ...upgraded, health: 'degraded' }) };
    expect(follow(wave, ...whole('a', 1).slice(0, 4), look).wave.status).toBe(
      'done',
    );
  });

  it.each<[string, Look[], string, string]>([
    [
      'a cluster that is being changed is critical',
      [...whole('a', 1).slice(0, 3), { a: seen({}, { health: 'critical' }) }],
      'critical',
      'a applying',
    ],
    [
      'a cluster that is done is critical',
      [...whole('a', 1), { a: seen({}, { health: 'critical' }), b: seen({}) }],
      'critical',
      'b waiting',
    ],
    [
      'the next cluster is critical before it begins',
      [...whole('a', 1), { a: seen({}), b: seen({}, { health: 'critical' }) }],
      'critical',
      'b waiting',
    ],
    [
      'a pull request was closed and not merged',
      [...whole('a', 1).slice(0, 2), { a: seen({ pull: pull(1, 'closed') }) }],
      'closed',
      'a closed',
    ],
    [
      'a cluster is gone',
      [...whole('a', 1).slice(0, 3), ...Array(11).fill({ a: seen({}, null) })],
      'gone',
      'a gone',
    ],
  ])('halts when %s', (_what, looks, reason, state) => {
    const wave = waveOf(['dev/a', 'prod/b']);
    const next = follow(wave, ...looks);
    expect(next.wave).toMatchObject({ status: 'halted', halt: { reason } });
    expect(next.wave.unsent).toMatchObject([{ kind: 'halted' }]);
    expect(states(next)).toContain(state);
    // It stays halted, and opens nothing, until a person resumes it.
    const later = nextWaveStep(
      next.wave,
      new Map([
        ['a', seen({}, upgraded)],
        ['b', seen({})],
      ]),
      10 ** 9,
    );
    expect(later.toOpen).toEqual([]);
    expect(later.wave.status).toBe('halted');
    expect(states(later)).toContain('b waiting');
  });

  it('goes on after one look at a critical cluster that is none of its own', () => {
    const wave = waveOf(['dev/a', 'prod/b']);
    const look = { a: seen({}), b: seen({}, { health: 'critical' }) };
    expect(follow(wave, look).wave.status).toBe('running');
  });

  it('waits while another change is open, and says which', () => {
    const wave = waveOf(['dev/a']);
    const look = { a: seen({ other }) };
    const blocked = follow(wave, look, look);
    expect(blocked.toOpen).toEqual([]);
    expect(blocked.wave.steps[0]).toMatchObject({ state: 'blocked', other });
    expect(blocked.wave.log).toHaveLength(1);
    expect(follow(wave, look, { a: seen({}) }).toOpen).toEqual(['a']);
  });

  it('takes up the pull request that is there, after a crash for example', () => {
    const look = { a: seen({ pull: pull(4, 'open') }) };
    const { wave, toOpen } = follow(waveOf(['dev/a']), look);
    expect(toOpen).toEqual([]);
    expect(wave.steps[0]).toMatchObject({ state: 'open', pull: { number: 4 } });
  });

  it('needs no pull request where git says it already', () => {
    const look = { a: seen({ reached: true }) };
    expect(states(follow(waveOf(['dev/a']), look))).toEqual(['a applying']);
  });

  it('has people open pull requests where they must have their own token', () => {
    const wave = waveOf(['dev/a', 'prod/b'], { opensBy: 'person' });
    const waits = follow(wave, { a: seen({}) }, { a: seen({}) });
    expect(waits.toOpen).toEqual([]);
    expect(states(waits)).toEqual(['a toOpen', 'b waiting']);
    const opened = { a: seen({ pull: pull(1, 'open') }) };
    expect(states(follow(wave, { a: seen({}) }, opened))[0]).toBe('a open');
  });

  it.each([
    ['is being taken down', [{ a: seen({}, { leaving: true }) }]],
    ['is gone before its turn', Array(11).fill({ a: seen({}, null) })],
  ])('leaves out a cluster that %s', (_what, looks) => {
    const next = follow(waveOf(['dev/a', 'prod/b']), ...looks, {
      b: seen({}),
    });
    expect(states(next)).toEqual(['a skipped', 'b opening']);
  });

  it('misses a cluster for a while without a word, as at a start', () => {
    const gap = Array(9).fill({ a: seen({}, null) });
    const next = follow(waveOf(['dev/a']), { a: seen({}) }, ...gap);
    expect(next.wave.status).toBe('running');
    expect(next.toOpen).toEqual([]);
  });

  it('goes back to applying when a cluster has the old version again', () => {
    const wave = waveOf(['dev/a'], { settleMs: 9 * MINUTE });
    const looks = [...whole('a', 1), { a: seen(undefined) }];
    expect(states(follow(wave, ...looks))).toEqual(['a applying']);
  });
});

describe('opening a pull request', () => {
  const opening = () => follow(waveOf(['dev/a']), { a: seen({}) }).wave;

  it('is tried again later when GitHub does not answer, and not for ever', () => {
    let wave = opening();
    let now = MINUTE;
    const error = { message: 'GitHub answered 503', isFinal: false };
    wave = openingFailed(wave, 'a', error, now);
    const look = new Map([['a', seen({})]]);
    expect(nextWaveStep(wave, look, now + 1_000).toOpen).toEqual([]);
    expect(nextWaveStep(wave, look, now + MINUTE).toOpen).toEqual(['a']);
    for (let attempt = 0; attempt < 7; attempt += 1) {
      expect(wave.status).toBe('running');
      now += 3_600_000;
      wave = openingFailed(wave, 'a', error, now);
    }
    expect(wave).toMatchObject({
      status: 'halted',
      halt: { reason: 'failed', message: 'GitHub answered 503' },
    });
  });

  it('halts at once when it is refused', () => {
    const refused = { message: 'Not allowed', isFinal: true };
    const wave = openingFailed(opening(), 'a', refused, MINUTE);
    expect(wave.halt).toMatchObject({ reason: 'failed', cluster: 'a' });
    expect(resumeWave(wave, new Map(), { by, now: 1 }).steps[0]).toMatchObject({
      state: 'waiting',
    });
  });
});

describe('a person', () => {
  const now = 5 * MINUTE;
  const closed = follow(
    waveOf(['dev/a', 'prod/b']),
    ...whole('a', 1).slice(0, 2),
    { a: seen({ pull: pull(1, 'closed') }) },
  ).wave;

  it('pauses a wave, which is followed and begins nothing', () => {
    const running = follow(waveOf(['dev/a', 'prod/b']), ...whole('a', 1)).wave;
    const paused = pauseWave(running, { by, now });
    const look = new Map([['b', seen({})]]);
    expect(nextWaveStep(paused, look, now).toOpen).toEqual([]);
    const resumed = resumeWave(paused, look, { by, now });
    expect(nextWaveStep(resumed, look, now).toOpen).toEqual(['b']);
    expect(() => pauseWave(paused, { by, now })).toThrow('is paused');
    expect(() => resumeWave(running, look, { by, now })).toThrow('is running');
  });

  it('resumes a halted wave, which opens the closed pull request again', () => {
    const resumed = resumeWave(closed, new Map(), { by, now });
    expect(resumed).toMatchObject({ status: 'running' });
    expect(resumed.halt).toBeUndefined();
    const look = new Map([['a', seen({})]]);
    expect(nextWaveStep(resumed, look, now).toOpen).toEqual(['a']);
  });

  it('cannot resume while a cluster is critical, except without it', () => {
    const critical = new Map([['a', seen({}, { health: 'critical' })]]);
    const halted = follow(
      waveOf(['dev/a', 'prod/b']),
      ...whole('a', 1).slice(0, 3),
      Object.fromEntries(critical),
    ).wave;
    expect(() => resumeWave(halted, critical, { by, now })).toThrow(
      'a is critical',
    );
    const skip = ['a'];
    const resumed = resumeWave(halted, critical, { by, now, skip });
    const look = new Map([...critical, ['b', seen({})]]);
    const next = nextWaveStep(resumed, look, now);
    expect(next.wave.status).toBe('running');
    expect(states(next)).toEqual(['a skipped', 'b opening']);
    expect(() =>
      resumeWave(halted, critical, { by, now, skip: ['x'] }),
    ).toThrow('x is not in the wave');
  });

  it('cannot resume while the cluster whose turn it is halts it', () => {
    const look = { a: seen({}, { health: 'critical' }), b: seen({}) };
    const seenNow = new Map(Object.entries(look));
    const halted = follow(waveOf(['dev/a', 'prod/b']), look);
    expect(states(halted)).toEqual(['a waiting', 'b waiting']);
    expect(() => resumeWave(halted.wave, seenNow, { by, now })).toThrow(
      'a is critical',
    );
    const resumed = resumeWave(halted.wave, seenNow, { by, now, skip: ['a'] });
    expect(nextWaveStep(resumed, seenNow, now).toOpen).toEqual(['b']);
    // A pause says nothing of it: the wave halts then, and says why.
    const paused = pauseWave(waveOf(['dev/a', 'prod/b']), { by, now });
    expect(resumeWave(paused, seenNow, { by, now }).status).toBe('running');
  });

  it('cannot resume with a cluster that is gone, except without it', () => {
    const gone = follow(
      waveOf(['dev/a', 'prod/b']),
      { a: seen({}) },
      ...Array(11).fill({ a: seen({}, null) }),
    ).wave;
    expect(() => resumeWave(gone, new Map(), { by, now })).toThrow(
      'a is not in the catalog',
    );
    expect(resumeWave(gone, new Map(), { by, now, skip: ['a'] }).status).toBe(
      'running',
    );
  });

  it('stops a wave for good', () => {
    const stopped = stopWave(closed, { by, now });
    const look = new Map([['b', seen({})]]);
    expect(nextWaveStep(stopped, look, now)).toEqual({
      wave: stopped,
      toOpen: [],
    });
    expect(() => stopWave(stopped, { by, now })).toThrow('stopped already');
    expect(() => resumeWave(stopped, look, { by, now })).toThrow('is stopped');
  });
});
