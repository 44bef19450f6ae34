import { checklistOf, checklistPoints } from './checklistOf';

describe('checklistOf', () => {
  it('has all points in the order of the checklist, unknown if not judged', () => {
    const reason = 'no object of the cluster shows it';
    const entries = checklistOf([
      { code: 'clusterworks/nodepools-created', state: 'fired' },
      { code: 'cilium/D07', state: 'pass' },
      { code: 'clusterworks/terraform-applied', state: 'unknown', reason },
    ]);
    expect(entries.map(({ id }) => id)).toEqual(checklistPoints);
    expect(entries[0]).toEqual({
      ...{ id: 'terraform-applied', state: 'unknown', reason },
    });
    expect(
      entries.filter(({ state }) => state !== 'unknown').map(({ id }) => id),
    ).toEqual(['nodepools-created']);
  });

  it('is empty when no point was judged', () => {
    expect(checklistOf([{ code: 'cilium/D07', state: 'pass' }])).toEqual([]);
  });

  it('has ten points', () => {
    expect(new Set(checklistPoints).size).toBe(10);
  });
});
