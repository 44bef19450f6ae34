import { UntrustedObject } from './UntrustedObject';

const PATH = ['spec', 'x'];

/**
 * The value that is read from a field, and the fields that are reported as
 * malformed.
 */
function read(x: unknown, how: (object: UntrustedObject) => unknown) {
  const problems: string[] = [];
  const value = how(UntrustedObject.of({ spec: { x } }, problems));
  return [value, problems];
}

const readers = {
  text: (object: UntrustedObject) => object.text(PATH),
  number: (object: UntrustedObject) => object.number(PATH),
  count: (object: UntrustedObject) => object.count(PATH),
  numeral: (object: UntrustedObject) => object.numeral(PATH),
  flag: (object: UntrustedObject) => object.flag(PATH),
  time: (object: UntrustedObject) => object.time(PATH),
  keys: (object: UntrustedObject) => object.keys(PATH),
  textMap: (object: UntrustedObject) => object.textMap(PATH),
  texts: (object: UntrustedObject) => object.texts(PATH),
  collect: (object: UntrustedObject) =>
    object.collect<unknown>(PATH, (member, taken) => {
      taken.push(member.text(['a']));
    }),
  pick: (object: UntrustedObject) => object.pick(PATH, ['a', 'b']),
  textOfEach: (object: UntrustedObject) => object.textOfEach(PATH, 'a'),
};

const bad = ['spec.x'];

describe('UntrustedObject', () => {
  it.each<[keyof typeof readers, unknown, unknown, string[]]>([
    ['text', 'a', 'a', []],
    ['text', undefined, undefined, []],
    ['text', null, undefined, []],
    ['text', 1, undefined, bad],
    ['text', 'x'.repeat(1_025), 'x'.repeat(1_024), []],
    ['number', 0.5, 0.5, []],
    ['number', Infinity, undefined, bad],
    ['number', '1', undefined, bad],
    ['count', 3, 3, []],
    ['count', -1, undefined, bad],
    ['count', 0.5, undefined, bad],
    ['count', 2 ** 53, undefined, bad],
    ['numeral', 3, 3, []],
    ['numeral', '3', 3, []],
    ['numeral', '', undefined, []],
    ['numeral', '25%', undefined, []],
    ['numeral', -1, undefined, []],
    ['flag', false, false, []],
    ['flag', 'true', undefined, bad],
    ['time', '1970-01-01T00:00:01Z', 1_000, []],
    ['time', 'yesterday', undefined, bad],
    ['time', 1, undefined, bad],
    ['keys', { a: 1, b: 2 }, ['a', 'b'], []],
    ['keys', ['a'], [], bad],
    ['textMap', { a: 'b', c: 1 }, { a: 'b', c: '1' }, []],
    ['textMap', { a: {} }, {}, ['spec.x.a']],
    ['textMap', JSON.parse('{"__proto__":"a"}'), {}, bad],
    ['textMap', 'a', {}, bad],
    ['texts', ['a', 1, 'b'], ['a', 'b'], bad],
    ['texts', Array(10_001).fill('a'), Array(10_000).fill('a'), []],
    ['texts', { a: 'b' }, [], bad],
    ['collect', [{ a: 'b' }, {}], ['b', undefined], []],
    ['collect', [{ a: 'b' }, 'c', ['d'], null], ['b'], bad],
    ['collect', [{ a: 1 }], [undefined], ['spec.x.a']],
    ['collect', { a: 'b' }, [], bad],
    ['pick', { b: 'c', a: 'd', e: 'f' }, { a: 'd', b: 'c' }, []],
    ['pick', { a: null, b: 1 }, {}, ['spec.x.b']],
    ['pick', ['a'], {}, bad],
    ['pick', undefined, {}, []],
    [
      'textOfEach',
      { x: { a: 'b' }, y: {}, z: { a: null }, n: null },
      {
        names: ['x', 'y', 'z', 'n'],
        texts: ['b', undefined, undefined, undefined],
      },
      [],
    ],
    [
      'textOfEach',
      { x: { a: 1 }, y: 'b', z: ['c'] },
      { names: ['x', 'y', 'z'], texts: [undefined, undefined, undefined] },
      ['spec.x.x.a', 'spec.x.y', 'spec.x.z'],
    ],
    ['textOfEach', 'a', { names: [], texts: [] }, bad],
  ])('%s of %j', (how, given, value, problems) => {
    expect(read(given, readers[how])).toStrictEqual([value, problems]);
  });

  it.each([
    ['a text', 'x', ['spec']],
    ['a list', [], ['spec']],
    ['null', null, []],
  ])(
    'reports a value on the path to a field as malformed: %s',
    (_, spec, expected) => {
      const problems: string[] = [];
      const object = UntrustedObject.of({ spec }, problems);
      expect([object.text(PATH), object.count(PATH)]).toEqual([
        undefined,
        undefined,
      ]);
      expect(problems).toEqual(expected);
    },
  );

  it('reports the full path of a malformed nested field', () => {
    const problems: string[] = [];
    const object = UntrustedObject.of(
      { a: { b: [{ c: { d: 1 } }] } },
      problems,
    );
    object.object(['a']).collect(['b'], member => {
      member.object(['c']).text(['d']);
    });
    expect(problems).toEqual(['a.b.c.d']);
  });

  it('reports at most 20 malformed fields', () => {
    const problems: string[] = [];
    const object = UntrustedObject.of({}, problems);
    const many = UntrustedObject.of(
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`f${i}`, 1])),
      problems,
    );
    Array.from({ length: 50 }, (_, i) => many.text([`f${i}`]));
    expect(object.text(['f1'])).toBeUndefined();
    expect(problems).toHaveLength(20);
  });
});
