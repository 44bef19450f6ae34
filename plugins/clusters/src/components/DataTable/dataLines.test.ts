import { dataLines } from './dataLines';

const rows = ['a1', 'a2', 'b1'];
const groupOf = (row: string) => row[0];
const keysOf = (options: Partial<Parameters<typeof dataLines<string>>[0]>) =>
  dataLines({ rows, rowKey: row => row, ...options }).map(({ key }) => key);

describe('dataLines', () => {
  it.each([
    ['rows', {}, ['row a1', 'row a2', 'row b1']],
    [
      'headings of groups',
      { groupOf },
      ['group a1', 'row a1', 'row a2', 'group b1', 'row b1'],
    ],
    [
      'nothing of folded groups but their headings',
      { groupOf, isFolded: (group: string) => group === 'a' },
      ['group a1', 'group b1', 'row b1'],
    ],
    [
      'what a row opens',
      { isOpen: (row: string) => row === 'a2' },
      ['row a1', 'row a2', 'details a2', 'row b1'],
    ],
    [
      'no details of a folded row',
      { groupOf, isFolded: () => true, isOpen: () => true },
      ['group a1', 'group b1'],
    ],
    [
      'rows of no group without a heading',
      { groupOf: (row: string) => (row === 'b1' ? 'b' : undefined) },
      ['row a1', 'row a2', 'group b1', 'row b1'],
    ],
  ])('has %s', (_, options, expected) => {
    expect(keysOf(options)).toEqual(expected);
  });
});
