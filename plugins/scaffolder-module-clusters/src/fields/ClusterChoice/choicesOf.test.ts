import { choicesOf } from './choicesOf';

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
