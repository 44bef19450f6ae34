import { checklistOf, checklistPoints } from './checklistOf';

describe('checklistOf', () => {
  it('has the points that were judged, in the order of the checklist', () => {
    const reason = 'no object of the cluster shows it';
    expect(
      checklistOf([
        { code: 'clusterworks/nodepools-created', state: 'fired' },
        { code: 'cilium/D07', state: 'pass' },
        { code: 'clusterworks/terraform-applied', state: 'unknown', reason },
      ]),
    ).toEqual([
      { id: 'terraform-applied', state: 'unknown', reason },
      { id: 'nodepools-created', state: 'fired', reason: undefined },
    ]);
  });

  it('has ten points', () => {
    expect(new Set(checklistPoints).size).toBe(10);
  });
});
