import fc from 'fast-check';
import { withoutFields } from './withoutFields';

function without(value: unknown, ...fields: string[]): unknown {
  const json = Buffer.from(JSON.stringify(value));
  return JSON.parse(withoutFields(json, fields));
}

describe('withoutFields', () => {
  it.each([
    ['a list', { a: [1, 2], b: 3 }, { a: [], b: 3 }],
    ['an empty one', { a: [], b: 3 }, { a: [], b: 3 }],
    ['lists in lists', { a: [[1], [[2]]], b: 3 }, { a: [], b: 3 }],
    ['brackets in texts', { a: [']', '["'], b: 3 }, { a: [], b: 3 }],
    ['quotes and backslashes', { a: ['\\"]', '\\'], b: 3 }, { a: [], b: 3 }],
    ['other letters', { a: ['ü]'], b: 'ü' }, { a: [], b: 'ü' }],
    ['many objects', [{ a: [1] }, { a: [2] }], [{ a: [] }, { a: [] }]],
    ['no list', { a: { a: 'x' } }, { a: { a: 'x' } }],
    ['a text that looks like it', { b: '"a":[1' }, { b: '"a":[1' }],
    ['a key with a quote', { 'x"a': [1] }, { 'x"a': [1] }],
    ['a name inside another', { ba: [1], ab: [2] }, { ba: [1], ab: [2] }],
  ])('empties %s', (_, value, expected) => {
    expect(without(value, 'a')).toEqual(expected);
  });

  it('empties several at once, one inside the other too', () => {
    const value = { a: [{ b: [1] }], c: [{ b: [2], a: [3] }], d: 'ä' };
    expect(without(value, 'a', 'b')).toEqual({
      a: [],
      c: [{ b: [], a: [] }],
      d: 'ä',
    });
  });

  it('leaves JSON alone that ends too early or has spaces', () => {
    for (const text of ['{"a":[1,"', '{"a":["\\', '{ "a": [1] }', '']) {
      expect(withoutFields(Buffer.from(text), ['a'])).toBe(text);
    }
  });

  it('empties those lists and changes nothing else', () => {
    const key = fc.constantFrom('a', 'b', 'c', '"a', 'a"', '\\');
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.string(),
        fc.constantFrom('"a":[', ']', '\\"', null, 1),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    const emptied = (from: unknown): unknown => {
      if (Array.isArray(from)) return from.map(emptied);
      if (typeof from !== 'object' || from === null) return from;
      return Object.fromEntries(
        Object.entries(from).map(([name, inner]) => [
          name,
          name === 'a' && Array.isArray(inner) ? [] : emptied(inner),
        ]),
      );
    };
    fc.assert(
      fc.property(value, from => {
        const plain = JSON.parse(JSON.stringify(from));
        expect(without(plain, 'a')).toEqual(emptied(plain));
      }),
      { numRuns: 1_000 },
    );
  });
});
