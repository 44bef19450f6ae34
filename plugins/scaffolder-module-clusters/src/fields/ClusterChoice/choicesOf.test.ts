import { collectClusterSpecIssues } from '@clusterworks/plugin-clusters-spec';
import { choicesOf, refOfGroup, refOfSystem } from './choicesOf';

describe('choicesOf', () => {
  it.each<[string, string[], string[], ReturnType<typeof choicesOf>]>([
    [
      'those in use first, by how often',
      ['prod', 'dev', 'prod', 'stage'],
      ['dev', 'staging', 'prod'],
      { used: ['prod', 'dev', 'stage'], others: ['staging'] },
    ],
    [
      'what is known, for an empty fleet',
      [],
      ['a', 'b', 'a'],
      {
        used: [],
        others: ['a', 'b'],
      },
    ],
    ['nothing', [], [], { used: [], others: [] }],
  ])('offers %s', (_, used, known, expected) => {
    expect(choicesOf(used, known)).toEqual(expected);
  });
});

describe('the reference of an entity', () => {
  it.each([
    [{ name: 'web' }, 'group:default/web', 'web'],
    [{ name: 'web', namespace: 'default' }, 'group:default/web', 'web'],
    [{ name: 'web', namespace: 'shop' }, 'group:shop/web', 'shop/web'],
  ])('of %j is one that a spec may have', (entity, owner, system) => {
    expect([refOfGroup(entity), refOfSystem(entity)]).toEqual([owner, system]);
    const refused = collectClusterSpecIssues({ metadata: { owner, system } })
      .map(({ path }) => path)
      .filter(path => /owner|system/.test(path));
    expect(refused).toEqual([]);
  });
});
