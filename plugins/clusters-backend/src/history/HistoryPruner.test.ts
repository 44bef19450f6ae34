import { mockServices } from '@backstage/backend-test-utils';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { databaseTime } from '../database/databaseTime';
import { fleetRow } from '../__testUtils__/fleetRow';
import { foundCluster } from '../__testUtils__/knownCluster';
import { IdentityStore } from '../identity/IdentityStore';
import { StateStore } from '../state/StateStore';
import { WebhookStore } from '../webhooks/WebhookStore';
import { FindingHistoryStore } from './FindingHistoryStore';
import { HistoryPruner } from './HistoryPruner';
import { HistoryStore } from './HistoryStore';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const START = Date.parse('2026-11-22T10:00:00Z');

onEachDatabase('HistoryPruner', database => {
  let now = START;
  const logger = mockServices.logger.mock();

  function parts(time = async () => now) {
    const history = new HistoryStore(database());
    const retention = {
      ...{ keepMs: 7 * DAY, keepChangesMs: 90 * DAY },
      keepGoneMs: 30 * DAY,
    };
    const pruner = new HistoryPruner({
      ...{ knex: database(), databaseTime: time, retention, logger },
    });
    const findings = new FindingHistoryStore(database());
    return { history, findings, pruner };
  }

  async function addPoints(cluster: string, from: number, to: number) {
    const points = [];
    for (let at = from; at < to; at += 5 * MINUTE) {
      points.push({
        identity: cluster,
        cluster,
        at,
        point: { verdict: 'healthy' as const },
      });
    }
    await parts().history.addPoints(points);
  }

  async function timesOf(cluster: string): Promise<number[]> {
    const { points } = await parts().history.read(cluster, 0, START + 2 * YEAR);
    return points.map(({ at }) => Date.parse(at));
  }

  beforeEach(async () => {
    now = START;
    logger.warn.mockClear();
    for (const table of [
      'history_points',
      'verdict_changes',
      'finding_changes',
      'history_pruning',
      'cluster_states',
      'cluster_identities',
      'webhook_messages',
    ]) {
      await database()(table).delete();
    }
  });

  const findingOf = (identity: string, at: number) => ({
    ...{ id: `${identity} ${at}`, identity, cluster: 'x', at, finding: 'f' },
    ...{ change: 'came' as const, code: 'P3', title: 'x' },
    severity: 'info' as const,
  });

  it('thins after a day, forgets after a week, keeps changes longer', async () => {
    const { history, findings, pruner } = parts();
    await findings.add([
      findingOf('a', START - 82 * DAY),
      findingOf('a', START - 81 * DAY),
      { ...findingOf('a', START - 83 * DAY), finding: 'there' },
      { ...findingOf('a', START - 84 * DAY), finding: 'gone' },
      {
        ...{ ...findingOf('a', START - 82 * DAY + 1), finding: 'gone' },
        ...{ change: 'went', orEarlier: true },
      },
    ]);
    await history.addChanges(
      [START - 82 * DAY, START - 81 * DAY].map((at, index) => ({
        ...{ id: `${index}`, identity: 'a', cluster: 'a', at },
        ...{ to: 'healthy' as const, headline: 'x' },
      })),
    );
    for (; now < START + 9 * DAY; now += HOUR) {
      await addPoints('a', now, now + HOUR);
      // Points at other minutes: each cluster must be thinned separately.
      await addPoints('b', now + 7 * MINUTE, now + HOUR);
      await pruner.prune();
    }
    const last = now - HOUR;
    for (const cluster of ['a', 'b']) {
      const age = (await timesOf(cluster)).map(at => last - at);
      const fine = age.filter(ms => ms <= DAY);
      expect(fine.length).toBeGreaterThan(cluster === 'a' ? 280 : 240);
      const coarse = age.filter(ms => ms > DAY);
      expect(coarse.length).toBeGreaterThanOrEqual(6 * 48);
      expect(coarse.length).toBeLessThanOrEqual(6 * 48 + 2);
      expect(Math.max(...age)).toBeLessThanOrEqual(7 * DAY);
    }
    const { verdictChanges } = await history.read('a', 0, now);
    expect(verdictChanges.map(({ at }) => Date.parse(at))).toEqual([
      START - 81 * DAY,
    ]);
    const kept = await findings.read('a', 0, now);
    expect(kept.map(({ at }) => Date.parse(at))).toEqual([
      // A finding that is still there came once.
      START - 83 * DAY,
      START - 81 * DAY,
    ]);
    const recorded = (await findings.open(['a', 'b'])).get('a');
    expect([...(recorded?.open.keys() ?? [])].sort()).toEqual(['f', 'there']);
    expect(recorded?.until).toBe(START - 81 * DAY);
  });

  it('loses nothing to a clock that is a year ahead for a day', async () => {
    const { history, pruner } = parts();
    await addPoints('a', START - 6 * HOUR, START);
    await history.addChanges([
      {
        id: 'x',
        identity: 'a',
        cluster: 'a',
        at: START,
        to: 'healthy',
        headline: 'x',
      },
    ]);
    const before = await timesOf('a');
    await pruner.prune();
    now += YEAR;
    // Pruning runs every ten minutes for a day; new points have times in the
    // future.
    for (let run = 0; run < 144; run += 1) {
      await pruner.prune();
      now += 10 * MINUTE;
    }
    // Pruning advanced by six days at most, so a point per half hour is left.
    const left = await timesOf('a');
    expect(left).toEqual(before.filter(at => at % (HOUR / 2) === 0));
    const { verdictChanges } = await history.read('a', 0, START);
    expect(verdictChanges).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain('365 days ago');
    // The clock is right again: pruning waits until real time passes its own.
    now = START + DAY;
    await pruner.prune();
    expect(await timesOf('a')).toEqual(left);
  });

  it('deletes undelivered messages after two weeks', async () => {
    const { pruner } = parts();
    const store = new WebhookStore(database(), {
      databaseTime: async () => now,
    });
    const ages = { old: 14 * DAY, young: 14 * DAY - 2 * HOUR };
    await store.add(
      Object.entries(ages).map(([id, age]) => ({
        ...{ id, webhook: 'siem', identity: id, cluster: id, body: '{}' },
        at: START - age,
      })),
    );
    await pruner.prune();
    now += HOUR;
    await pruner.prune();
    const left = await store.due('siem', 10);
    expect(left.map(({ id }) => id)).toEqual(['young']);
  });

  it('deletes the data of a cluster that is gone for long, and of no other', async () => {
    const { history, findings, pruner } = parts();
    const identities = new IdentityStore(database());
    const states = new StateStore(database());
    const found = ['gone', 'there'].map(name => foundCluster(name));
    const ids = (await identities.identify(found)).clusters.map(
      ({ identity }) => identity.id,
    );
    await pruner.prune();
    for (const identity of ids) {
      await addPoints(identity, START, START + HOUR);
      await history.addChanges([
        {
          ...{ id: identity, identity, cluster: 'x', at: START },
          ...{ to: 'healthy', headline: 'x' },
        },
      ]);
      await findings.add([findingOf(identity, START)]);
      const detail = JSON.stringify({ row: fleetRow('x') });
      await states.save([{ identity, cluster: 'x', revision: 1, detail }], 1);
    }
    await identities.identify([foundCluster('there')]);
    await database()('cluster_identities')
      .whereNotNull('gone_since')
      .update({ gone_since: START });

    const stored = async () => ({
      states: (await states.revisions()).length,
      changes: (await database()('verdict_changes')).length,
      findings: (await database()('finding_changes')).length,
      identities: (await identities.all()).map(({ name }) => name).sort(),
    });
    const pruneAt = async (time: number) => {
      now = time;
      const until = { pruned_until: now - HOUR };
      await database()('history_pruning').update(until);
      await pruner.prune();
    };
    await pruneAt(START + 30 * DAY);
    expect(await stored()).toEqual({
      ...{ states: 2, changes: 2, findings: 2, identities: ['gone', 'there'] },
    });
    await pruneAt(START + 30 * DAY + 1);
    expect(await stored()).toEqual({
      ...{ states: 1, changes: 1, findings: 1, identities: ['there'] },
    });
    // A clock that jumps ahead deletes neither clusters nor history.
    await identities.identify([]);
    await database()('cluster_identities').update({ gone_since: now });
    now += YEAR;
    await pruner.prune();
    expect((await stored()).identities).toEqual(['there']);
  });

  it('uses the clock of the database, not its own', async () => {
    const { pruner } = parts(() => databaseTime(database()));
    const real = Date.now();
    await addPoints('a', real - HOUR, real);
    const before = await timesOf('a');
    const clock = jest.spyOn(Date, 'now').mockReturnValue(real + YEAR);
    try {
      await pruner.prune();
      await pruner.prune();
      const [{ pruned_until: until }] = await database()('history_pruning');
      expect(Math.abs(Number(until) - real)).toBeLessThan(HOUR);
    } finally {
      clock.mockRestore();
    }
    expect(await timesOf('a')).toEqual(before);
  });

  it('removes little per run, and goes on with the next', async () => {
    const { pruner } = parts();
    await pruner.prune();
    await addPoints('old', START - 80 * DAY, START - 8 * DAY);
    await addPoints('older', START - 80 * DAY, START - 8 * DAY);
    const count = async () =>
      (await timesOf('old')).length + (await timesOf('older')).length;
    const all = await count();
    expect(all).toBeGreaterThan(40_000);
    now += MINUTE;
    await pruner.prune();
    expect(await count()).toBe(all - 20_000);
    for (let run = 0; run < 3; run += 1) {
      now += MINUTE;
      await pruner.prune();
    }
    expect(await count()).toBe(0);
  });
});
