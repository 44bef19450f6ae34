import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { StateStore, type StateToSave } from './StateStore';

onEachDatabase('StateStore', database => {
  const row: FleetRow = JSON.parse(JSON.stringify(fleetRow('a')));

  const state = (cluster: string, revision: number) => ({
    cluster,
    revision,
    detail: { row: { ...row, name: cluster, revision } },
    memory: { rules: { version: 1 } },
  });

  function toSave(cluster: string, revision: number): StateToSave {
    const { detail, ...rest } = state(cluster, revision);
    return { ...rest, detail: JSON.stringify(detail) };
  }

  it('keeps the newest state with the memory of its assessor', async () => {
    const states = new StateStore(database());
    await states.save([toSave('a', 1_000_000_000_000)], 1);
    await states.save([toSave('a', 1_000_000_000_001)], 2);
    expect(await states.find('a')).toMatchObject(state('a', 1_000_000_000_001));
    expect(await states.revisions()).toEqual([
      { cluster: 'a', revision: 1_000_000_000_001 },
    ]);
    expect(await states.load(['a', 'b'])).toHaveLength(1);
    await states.remove(['a']);
    expect(await states.find('a')).toBeUndefined();
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
    expect(await states.revisions()).toHaveLength(7);
  });
});
