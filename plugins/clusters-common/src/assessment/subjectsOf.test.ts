import { subjectsOf, subjectText } from './subjectsOf';

const node = (name: string) => ({ apiVersion: 'v1', kind: 'Node', name });

describe('subjectsOf', () => {
  it.each([
    ['an older backend', {}, ['a'], 1],
    ['one object', { subjects: [node('a')], subjectsTotal: 1 }, ['a'], 1],
    [
      'more than are listed',
      { subjects: [node('a'), node('b')], subjectsTotal: 60 },
      ['a', 'b'],
      60,
    ],
  ])('%s', (_, finding, names, total) => {
    const found = subjectsOf({ subject: node('a'), ...finding });
    expect(found.listed.map(({ name }) => name)).toEqual(names);
    expect(found.total).toBe(total);
  });

  it('gives kind and full name', () => {
    expect(subjectText(node('a'))).toBe('Node a');
    expect(
      subjectText({ ...node('web'), kind: 'Pod', namespace: 'shop' }),
    ).toBe('Pod shop/web');
  });
});
