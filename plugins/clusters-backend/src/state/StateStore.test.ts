import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { readsAtOnce } from '../__testUtils__/readsAtOnce';
import { LeaseOwnership } from '../ownership/LeaseOwnership';
import { StateStore, type StateToSave } from './StateStore';

onEachDatabase('StateStore', database => {
  const row: FleetRow = JSON.parse(JSON.stringify(fleetRow('a')));

  const state = (identity: string, revision: number) => ({
    identity,
    revision,
    detail: { row: { ...row, name: identity, revision } },
    memory: { rules: { version: 1 } },
  });

  function toSave(cluster: string, revision: number): StateToSave {
    const { detail, ...rest } = state(cluster, revision);
    return { ...rest, cluster, detail: JSON.stringify(detail) };
  }

  it('keeps the newest state with the memory of its assessor', async () => {
    const states = new StateStore(database());
    await states.save([toSave('a', 1_000_000_000_000)], 1);
    await states.save([toSave('a', 1_000_000_000_001)], 2);
    expect(await states.find('a')).toMatchObject(state('a', 1_000_000_000_001));
    expect(await states.revisions()).toEqual([
      { identity: 'a', revision: 1_000_000_000_001 },
    ]);
    expect(await states.load(['a', 'b'])).toHaveLength(1);
  });

  it('saves the others when the database refuses one', async () => {
    const states = new StateStore(database());
    const bad = { ...toSave('bad', 1), revision: null as unknown as number };
    const rows = [
      toSave('c1', 1),
      bad,
      ...Array.from('234567', n => toSave(`c${n}`, 1)),
    ];
    const { refused, left } = await states.save(rows, 1);
    expect(refused).toEqual([bad]);
    expect(left).toEqual([]);
    expect(await states.load(rows.map(({ cluster }) => cluster))).toHaveLength(
      7,
    );
  });

  it('leaves alone what others read by now, however late a save comes', async () => {
    const knex = database();
    const late = new LeaseOwnership(knex, { id: 'late' });
    const heir = new LeaseOwnership(knex, { id: 'heir' });
    await late.settle(['shared'], readsAtOnce);
    const revisionOf = async () =>
      (await new StateStore(knex).find('shared'))?.revision;
    await new StateStore(knex, late.id).save([toSave('shared', 1)], 1);
    expect(await revisionOf()).toBe(1);
    // The backend is suspended for longer than its lease, and others take over.
    await knex('cluster_leases').update({ expires_at: 0 });
    await knex('backends').where({ id: late.id }).delete();
    await heir.settle(['shared'], readsAtOnce);
    await new StateStore(knex, heir.id).save([toSave('shared', 2)], 2);
    const saved = await new StateStore(knex, late.id).save(
      [toSave('shared', 3)],
      3,
    );
    expect(saved).toEqual({ refused: [], left: [] });
    expect(await revisionOf()).toBe(2);
    await new StateStore(knex, heir.id).save([toSave('shared', 4)], 4);
    expect(await revisionOf()).toBe(4);
  });
});
