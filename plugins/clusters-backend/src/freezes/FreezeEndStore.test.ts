import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import type { FreezeEnd } from './FreezeEnd';
import { FreezeEndStore } from './FreezeEndStore';

const end: FreezeEnd = {
  identity: 'arn:x',
  until: '2026-01-01T18:00Z',
  outcome: { state: 'failed', problem: 'GitHub is down' },
  recipients: ['group:default/payments'],
  at: 1_000,
};

onEachDatabase('the ends of freezes', database => {
  it.each<FreezeEnd['outcome']>([
    { state: 'opened', pullRequestUrl: 'https://github.test/pull/1' },
    { state: 'asked' },
    { state: 'failed', problem: 'GitHub is down' },
  ])('are found after a restart: $state', async outcome => {
    await new FreezeEndStore(database()).save({ ...end, outcome });
    const found = await new FreezeEndStore(database()).find('arn:x');
    expect(found).toEqual({ ...end, outcome });
  });

  it('are one for each cluster, the last one', async () => {
    const store = new FreezeEndStore(database());
    const next = { ...end, until: '2027-01-01T18:00Z', at: 2_000 };
    await store.save(end);
    await store.save(next);
    expect(await store.find('arn:x')).toEqual(next);
    expect(await store.find('arn:y')).toBeUndefined();
  });

  it('are forgotten after a time', async () => {
    const store = new FreezeEndStore(database());
    await store.save({ ...end, at: 3_000 });
    await store.forgetBefore(3_000);
    expect(await store.find('arn:x')).toBeDefined();
    await store.forgetBefore(3_001);
    expect(await store.find('arn:x')).toBeUndefined();
  });
});
