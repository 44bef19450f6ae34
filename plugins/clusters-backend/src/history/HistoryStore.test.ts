import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { readsAtOnce } from '../__testUtils__/readsAtOnce';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { LeaseOwnership } from '../ownership/LeaseOwnership';
import {
  type FindingChangeRow,
  FindingHistoryStore,
} from './FindingHistoryStore';
import { HistoryStore, type VerdictChange } from './HistoryStore';

const NOW = Date.parse('2026-11-22T10:00:00Z');

onEachDatabase('HistoryStore', database => {
  let history: HistoryStore;
  let count = 0;

  function change(
    cluster: string,
    at: number,
    rest: Partial<VerdictChange> = {},
  ): VerdictChange {
    count += 1;
    const id = `id-${count}`;
    return {
      ...{ id, identity: cluster, cluster, at },
      ...{ to: 'healthy', headline: 'Fine', ...rest },
    };
  }

  const changesOf = async (cluster: string) =>
    (await history.read(cluster, 0, NOW)).verdictChanges;

  beforeAll(() => {
    history = new HistoryStore(database());
  });

  it('returns points and changes in the order of time', async () => {
    const point = { verdict: 'healthy' as const, nodes: 3 };
    await history.addPoints([
      { identity: 'a', cluster: 'a', at: NOW, point },
      {
        identity: 'a',
        cluster: 'a',
        at: NOW - 1_000,
        point: { ...point, nodes: 2 },
      },
      { identity: 'b', cluster: 'b', at: NOW, point },
    ]);
    await history.addChanges([
      change('a', NOW - 500, { from: 'healthy', to: 'critical' }),
      change('a', NOW - 900),
    ]);
    expect(await history.read('a', NOW - 1_000, NOW)).toEqual({
      points: [
        { at: '2026-11-22T09:59:59.000Z', verdict: 'healthy', nodes: 2 },
        { at: '2026-11-22T10:00:00.000Z', verdict: 'healthy', nodes: 3 },
      ],
      verdictChanges: [
        { at: '2026-11-22T09:59:59.100Z', to: 'healthy', headline: 'Fine' },
        {
          at: '2026-11-22T09:59:59.500Z',
          from: 'healthy',
          to: 'critical',
          headline: 'Fine',
        },
      ],
    });
  });

  it('leaves out rows that a wrong clock dated in the future', async () => {
    const point = { verdict: 'healthy' as const };
    await history.addPoints([
      { identity: 'f', cluster: 'f', at: NOW + 1, point },
    ]);
    await history.addChanges([change('f', NOW + 1), change('f', NOW)]);
    expect(await history.read('f', 0, NOW)).toMatchObject({
      points: [],
      verdictChanges: [{ at: new Date(NOW).toISOString() }],
    });
  });

  it('takes any number of changes at once', async () => {
    const many = Array.from({ length: 501 }, (_, index) =>
      change(`many-${index}`, NOW),
    );
    const { refused, left, error } = await history.addChanges(many);
    expect({ refused, left, error }).toEqual({ refused: [], left: [] });
    expect(await changesOf('many-500')).toHaveLength(1);
  });

  it.each<[string, [Verdict | undefined, Verdict][], number | undefined]>([
    ['mended', [['critical', 'healthy']], 1],
    [
      'new',
      [
        [undefined, 'unknown'],
        ['unknown', 'healthy'],
      ],
      2,
    ],
    [
      'mended, and again later',
      [
        ['critical', 'healthy'],
        ['healthy', 'critical'],
        ['critical', 'healthy'],
      ],
      1,
    ],
    [
      'healthy by then, and not for a while later',
      [
        ['healthy', 'critical'],
        ['critical', 'healthy'],
      ],
      undefined,
    ],
    ['without a change', [], undefined],
    ['not healthy', [['unknown', 'critical']], undefined],
  ])(
    'knows when a cluster became healthy: %s',
    async (what, turns, expected) => {
      await history.addChanges([
        change(`well ${what}`, NOW - 1, { from: 'critical' }),
        ...turns.map(([from, to], index) =>
          change(`well ${what}`, NOW + index + 1, { from, to }),
        ),
        change(`well ${what}`, NOW + 11, { from: 'critical' }),
      ]);
      const at = await history.becameHealthy(`well ${what}`, NOW, NOW + 10);
      expect(at).toBe(expected && NOW + expected);
    },
  );

  it('takes several changes of a cluster in one millisecond, in order', async () => {
    await history.addChanges([
      change('fast', NOW, { to: 'critical' }),
      change('fast', NOW, { from: 'critical', to: 'healthy' }),
    ]);
    const changes = await changesOf('fast');
    expect(changes.map(({ to }) => to)).toEqual(['critical', 'healthy']);
  });

  it('stores a change once, however often it is written', async () => {
    const once = change('once', NOW);
    await history.addChanges([once]);
    await history.addChanges([once, change('once', NOW)]);
    expect(await changesOf('once')).toHaveLength(2);
  });

  it.each<[string, string, string]>([
    ['NUL', 'a\0b\0', 'ab'],
    ['half a surrogate pair', 'a\ud800', 'a\ufffd'],
    ['no end', 'x'.repeat(2_000_000), 'x'.repeat(1_000)],
  ])('takes a headline with %s', async (what, headline, stored) => {
    const { refused, left } = await history.addChanges([
      change(what, NOW, { headline }),
    ]);
    expect([refused, left]).toEqual([[], []]);
    expect(await changesOf(what)).toMatchObject([{ headline: stored }]);
  });

  it('leaves out a refused row, and writes the others', async () => {
    const bad = change('bad', NOW, { to: null as unknown as 'healthy' });
    const rows = [change('good', NOW), bad, change('good', NOW)];
    const { refused, left, error } = await history.addChanges(rows);
    expect(refused).toEqual([bad]);
    expect(left).toEqual([]);
    expect(error).toBeDefined();
    expect(await changesOf('good')).toHaveLength(2);
  });

  it('leaves alone what others read by now, however late a write comes', async () => {
    const knex = database();
    const late = new LeaseOwnership(knex, { id: 'late' });
    const heir = new LeaseOwnership(knex, { id: 'heir' });
    const write = async ({ id }: LeaseOwnership, at: number, nodes: number) => {
      const writer = new HistoryStore(knex, id);
      const headline = `${nodes} nodes, says ${id}`;
      const point = { verdict: 'healthy' as const, nodes };
      return [
        await writer.addChanges([change('shared', at, { headline })]),
        await writer.addPoints([
          { identity: 'shared', cluster: 'shared', at, point },
        ]),
      ];
    };
    await late.settle(['shared'], readsAtOnce);
    await write(late, 1, 1);
    // The backend is suspended for longer than its lease, and others take over.
    await knex('cluster_leases').update({ expires_at: 0 });
    await knex('backends').where({ id: late.id }).delete();
    await heir.settle(['shared'], readsAtOnce);
    await write(heir, 2, 2);
    expect(await write(late, 2, 9)).toEqual([
      { refused: [], left: [] },
      { refused: [], left: [] },
    ]);
    await write(heir, 3, 3);
    const { points, verdictChanges } = await history.read('shared', 0, NOW);
    expect(points.map(({ nodes }) => nodes)).toEqual([1, 2, 3]);
    expect(verdictChanges.map(({ headline }) => headline)).toEqual([
      '1 nodes, says late',
      '2 nodes, says heir',
      '3 nodes, says heir',
    ]);
  });

  describe('of findings', () => {
    let findings: FindingHistoryStore;
    const row = (
      finding: string,
      what: 'came' | 'went',
      rest: Partial<FindingChangeRow> = {},
    ): FindingChangeRow => {
      count += 1;
      return {
        ...{ id: `finding-${count}`, identity: 'f1', cluster: 'f1', at: NOW },
        ...{
          finding,
          change: what,
          code: 'P3',
          severity: 'critical',
          title: 'x',
        },
        ...rest,
      };
    };
    const openOf = async (identity: string) => [
      ...((await findings.open([identity])).get(identity)?.open.keys() ?? []),
    ];

    beforeAll(() => {
      findings = new FindingHistoryStore(database());
    });

    it('knows what came and has not gone', async () => {
      const back = row('back', 'came', { at: NOW });
      await findings.add([
        row('stays', 'came', { at: NOW - 3 }),
        row('back', 'came', { at: NOW - 2 }),
        row('gone', 'came', { at: NOW - 2 }),
        row('back', 'went', { at: NOW - 1 }),
        row('gone', 'went', { at: NOW - 1 }),
        back,
        row('of another', 'came', { identity: 'f2' }),
      ]);
      await findings.add([back]);
      expect((await openOf('f1')).sort()).toEqual(['back', 'stays']);
      expect(await openOf('nobody')).toEqual([]);
      const read = await findings.read('f1', NOW - 2, NOW);
      expect(read.map(each => [each.finding, each.change])).toEqual([
        ['back', 'came'],
        ['gone', 'came'],
        ['back', 'went'],
        ['gone', 'went'],
        ['back', 'came'],
      ]);
      expect(await findings.read('f1', 0, NOW - 4)).toEqual([]);
    });

    it('answers with the newest thousand, and takes any title', async () => {
      const many = Array.from({ length: 1_002 }, (_, index) =>
        row(`many-${index}`, 'came', {
          ...{ identity: 'f3', at: NOW - 2_000 + index },
          title: `\0${'x'.repeat(2_000)}`,
        }),
      );
      expect((await findings.add(many)).left).toEqual([]);
      const read = await findings.read('f3', 0, NOW);
      expect([read.length, read[0].finding]).toEqual([1_000, 'many-2']);
      expect(read[0].title).toBe('x'.repeat(1_000));
      expect(await openOf('f3')).toHaveLength(1_002);
    });
  });
});
