import type { Check, Finding } from '@clusterworks/plugin-clusters-common';
import { diffFindings, type OpenFinding } from './diffFindings';

const MINUTE = 60_000;
const facts = { code: 'P3', severity: 'critical', title: 'x' } as const;
const finding = (id: string, since?: number) =>
  ({
    ...{ id, ...facts },
    since: since === undefined ? undefined : new Date(since).toISOString(),
  } as Finding);
const check = (state: Check['state']): Check => ({ code: 'P3', state });

function diff(
  open: Record<string, Partial<OpenFinding>>,
  findings: Finding[],
  options: { checks?: Check[]; now?: number; unseenSince?: number } = {},
) {
  const { checks = [], now = 100 * MINUTE, unseenSince } = options;
  const before = Object.entries(open).map(
    ([id, rest]) => [id, { ...facts, ...rest }] as const,
  );
  const result = diffFindings(
    new Map(before),
    { findings, checks },
    { now, unseenSince },
  );
  return {
    changes: result.changes.map(
      change =>
        `${change.finding} ${change.change} ${change.at / MINUTE}${
          change.orEarlier ? ' or earlier' : ''
        }`,
    ),
    open: [...result.open].map(([id, { missingSince }]) =>
      missingSince === undefined ? id : `${id} until ${missingSince / MINUTE}`,
    ),
  };
}

describe('diffFindings', () => {
  it.each<
    [
      string,
      Record<string, Partial<OpenFinding>>,
      Finding[],
      { checks?: Check[]; now?: number; unseenSince?: number },
      string[],
      string[],
    ]
  >([
    ['a new finding came', {}, [finding('a')], {}, ['a came 100'], ['a']],
    ['an old one stays', { a: {} }, [finding('a')], {}, [], ['a']],
    ['a missing one waits', { a: {} }, [], {}, [], ['a until 100']],
    [
      'it has not gone within five minutes',
      { a: { missingSince: 95 * MINUTE + 1 } },
      [],
      {},
      [],
      [`a until ${95 + 1 / MINUTE}`],
    ],
    [
      'it went when it was first missing',
      { a: { missingSince: 95 * MINUTE } },
      [],
      {},
      ['a went 95'],
      [],
    ],
    [
      'one that is back in time never went',
      { a: { missingSince: 10 * MINUTE } },
      [finding('a')],
      {},
      [],
      ['a'],
    ],
    [
      'what cannot be judged has not gone',
      { a: { missingSince: 10 * MINUTE } },
      [],
      { checks: [check('unknown')] },
      [],
      ['a'],
    ],
    [
      'what was judged and passed has gone',
      { a: { missingSince: 10 * MINUTE } },
      [],
      { checks: [check('pass')] },
      ['a went 10'],
      [],
    ],
    [
      'at the first look it came when its problem began',
      {},
      [finding('a', 30 * MINUTE)],
      { unseenSince: 29 * MINUTE },
      ['a came 30'],
      ['a'],
    ],
    [
      'at the first look nobody knows when it came',
      {},
      [finding('a')],
      { unseenSince: 0 },
      ['a came 100 or earlier'],
      ['a'],
    ],
    [
      'it came after what was recorded, even if its problem is older',
      {},
      [finding('a', 30 * MINUTE), finding('b', 101 * MINUTE)],
      { unseenSince: 30 * MINUTE },
      ['a came 100 or earlier', 'b came 100 or earlier'],
      ['a', 'b'],
    ],
    [
      'at a later look it came now, even if its problem is older',
      {},
      [finding('a', 30 * MINUTE)],
      {},
      ['a came 100'],
      ['a'],
    ],
    [
      'it went at the time of the first look or earlier',
      { a: { missingSince: 10 * MINUTE, isMissingUnseen: true } },
      [],
      {},
      ['a went 10 or earlier'],
      [],
    ],
  ])('%s', (_, open, findings, options, changes, left) => {
    expect(diff(open, findings, options)).toEqual({ changes, open: left });
  });

  it('records a limited number, and what is beyond it has not gone', () => {
    const many = Array.from({ length: 501 }, (_, index) => finding(`${index}`));
    const { changes, open } = diff({}, many);
    expect([changes.length, open.length]).toEqual([500, 500]);
    expect(diff({ 500: { missingSince: 0 } }, many).changes).not.toContain(
      '500 went 0',
    );
  });

  it('records no others before the first have gone', () => {
    const some = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => finding(`${from + index}`));
    const open = (missingSince: number) =>
      Object.fromEntries(some(0, 499).map(({ id }) => [id, { missingSince }]));
    const waiting = diff(open(99 * MINUTE), some(500, 500));
    expect(waiting.changes).toEqual(['500 came 100']);
    expect(waiting.open).toHaveLength(500);
    const gone = diff(open(0), some(500, 600));
    expect(gone.changes).toHaveLength(499 + 500);
    expect(gone.open).toHaveLength(500);
  });
});
