import type { Finding } from '@clusterworks/plugin-clusters-common';
import { findingRows } from './findingRows';

const finding = (id: string, ...consequences: string[]) =>
  ({ id, consequences } as Finding);

/** `a(b c) d` for root a with consequences b and c, and root d. */
const said = (findings: Finding[]) =>
  findingRows(findings)
    .map(({ finding: { id }, consequences }) =>
      consequences.length > 0
        ? `${id}(${consequences.map(one => one.id).join(' ')})`
        : id,
    )
    .join(' ');

describe('findingRows', () => {
  it.each([
    ['no finding', [], ''],
    ['findings that explain nothing', [finding('a'), finding('b')], 'a b'],
    [
      'consequences beneath their root, whatever the order is',
      [finding('b'), finding('a', 'c', 'b'), finding('c'), finding('d')],
      'a(c b) d',
    ],
    [
      'a consequence of two roots once',
      [finding('a', 'c'), finding('b', 'c'), finding('c')],
      'a(c) b',
    ],
    ['no consequence that is not in the list', [finding('a', 'gone')], 'a'],
    [
      'findings that name each other, rather than none of them',
      [finding('a', 'b'), finding('b', 'a'), finding('c')],
      'c a b',
    ],
    [
      'what a consequence names, rather than nothing',
      [finding('a', 'b'), finding('b', 'c'), finding('c')],
      'a(b) c',
    ],
  ])('has %s', (_, findings, rows) => {
    expect(said(findings)).toBe(rows);
  });
});
