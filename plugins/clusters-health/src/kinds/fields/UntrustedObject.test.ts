import { UntrustedObject } from './UntrustedObject';

const PATH = ['spec', 'x'];

/** What is read of a field, and the fields that are called malformed. */
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
  objects: (object: UntrustedObject) =>
    object.objects(PATH).map(member => member.text(['a'])),
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
    ['objects', [{ a: 'b' }, {}], ['b', undefined], []],
    ['objects', [{ a: 'b' }, 'c', ['d'], null], ['b'], bad],
    ['objects', [{ a: 1 }], [undefined], ['spec.x.a']],
    ['objects', { a: 'b' }, [], bad],
  ])('%s of %j', (how, given, value, problems) => {
    expect(read(given, readers[how])).toStrictEqual([value, problems]);
  });

  it.each([
    ['a text', 'x', ['spec']],
    ['a list', [], ['spec']],
    ['null', null, []],
  ])(
    'calls what stands in the way of a field malformed: %s',
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

  it('says where in the whole object a nested field is malformed', () => {
    const problems: string[] = [];
    const object = UntrustedObject.of(
      { a: { b: [{ c: { d: 1 } }] } },
      problems,
    );
    const [member] = object.object(['a']).objects(['b']);
    member.object(['c']).text(['d']);
    expect(problems).toEqual(['a.b.c.d']);
  });

  it('notes 20 malformed fields at most', () => {
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
